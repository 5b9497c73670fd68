import type { Domain } from '../../attack/domain.ts';
import type { ProfileRelevance } from '../../coverage/assessment.ts';
import type { BacklogItem } from '../../coverage/backlog-item.ts';
import type { PlaybookStart, TechniqueUser } from '../../coverage/gap.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { reportHeader, type ReportHeader } from './report-header.ts';

/** `api/backlog.json`, version 1. */
export interface BacklogReport extends ReportHeader {
  /** Overdue, due, stale, then never hunted; see the methodology for the order within each. */
  items: BacklogRecord[];
}

export type BacklogRecord =
  | {
      kind: 'overdue' | 'due' | 'stale';
      /** Key: `api/playbooks.json` says more. */
      playbook: string;
      title: string;
      /** ISO date; null without a cadence. */
      due: string | null;
      /** Days past that date, negative before it; of a stale one, days since anybody looked at it. */
      days: number;
      because: string;
    }
  | {
      kind: 'never-hunted';
      technique: string;
      name: string;
      domain: Domain;
      relevance: number;
      priority: number;
      users: TechniqueUser[];
      because: string;
      /** `text` is a whole playbook file. */
      start: PlaybookStart;
    };

export function backlogReport(
  workspace: Workspace,
  profile: ProfileRelevance | undefined,
  items: readonly BacklogItem[],
): BacklogReport {
  return { ...reportHeader(workspace, profile), items: items.map(backlogRecord) };
}

function backlogRecord(item: BacklogItem): BacklogRecord {
  if (item.kind === 'never-hunted') return item;
  const { kind, playbook, due, days, because } = item;
  return { kind, playbook: playbook.key, title: playbook.title, due: due ?? null, days, because };
}
