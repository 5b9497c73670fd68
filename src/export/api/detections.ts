import type { Detection } from '../../detections/detection.ts';
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
}

/** In the order of the detections given: a workspace sorts them by key. */
export function detectionRecords(detections: readonly Detection[]): DetectionRecord[] {
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
  }));
}
