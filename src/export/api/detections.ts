import { itemFreshness, type ItemFreshness } from '../../coverage/item-freshness.ts';
import type { Detection } from '../../detections/detection.ts';
import type { Judgement } from '../../robustness/judgement.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { mappingRecord, type MappingRecord } from './mapping.ts';

/** One rule in `api/detections.json`. */
export interface DetectionRecord {
  /** Unique in the file and stable, which the rule's own id need not be. */
  key: string;
  id: string | null;
  title: string;
  format: Detection['format'];
  source: string;
  path: string;
  status: Detection['status'];
  /** The rule's own severity. */
  level: Detection['severity'] | null;
  /** Whether it counts as coverage. */
  counts: boolean;
  mappings: MappingRecord[];
  /** How hard it is to evade, and what says so. */
  robustness: Judgement | null;
  /** Its last change as far as anything says, and whether that is past the window. */
  freshness: { changed: string | null; days: number | null; stale: boolean };
}

/** In the order of the workspace, which is by key. */
export function detectionRecords({
  detections,
  now,
  config,
}: Pick<Workspace, 'detections' | 'now' | 'config'>): DetectionRecord[] {
  return detections.map((detection) => ({
    key: detection.key,
    id: detection.id ?? null,
    title: detection.title,
    format: detection.format,
    source: detection.source,
    path: detection.path,
    status: detection.status,
    level: detection.severity ?? null,
    counts: detection.counts,
    mappings: detection.mappings.map(mappingRecord),
    robustness: detection.robustness ?? null,
    freshness: freshnessRecord(itemFreshness(detection, now, config.coverage)),
  }));
}

function freshnessRecord({ date, days, stale }: ItemFreshness): DetectionRecord['freshness'] {
  return { changed: date ?? null, days: days ?? null, stale };
}
