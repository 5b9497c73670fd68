import type { Domain } from '../../attack/domain.ts';
import type { Coverage } from '../../coverage/assessment.ts';
import type { Change, History, HistoryPoint } from '../../coverage/history.ts';

/** `api/history.json`, version 1. */
export interface HistoryReport {
  schemaVersion: 1;
  /** Domain → the ATT&CK version every point is assessed with: `19.1`. */
  attack: Partial<Record<Domain, string>>;
  /** Oldest first; the last is the present. Techniques as `[level, score, counting detections]`. */
  points: HistoryPoint[];
  /** Between points that follow each other, newest first. */
  changes: Change[];
  /** What could not be told, one sentence each. */
  notes: string[];
}

export function historyReport(
  { points, changes, notes }: History,
  { domains }: Pick<Coverage, 'domains'>,
): HistoryReport {
  return {
    schemaVersion: 1,
    attack: Object.fromEntries([...domains.values()].map(({ domain, version }) => [domain, version])),
    points,
    changes,
    notes,
  };
}
