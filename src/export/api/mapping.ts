import type { Mapping } from '../../mapping/mapping.ts';

/** A mapping as every API file states it. */
export interface MappingRecord {
  /** As the author wrote it: `attack.t1086`. */
  written: string;
  id: string;
  state: Mapping['state'];
  /** The active id it stands for; null when there is none. */
  resolved: string | null;
  /** As written, where the format pairs a technique with a tactic. */
  tactic: string | null;
  provenance: Mapping['provenance'];
  /** Only on a parent written as the way to its sub-technique; it does not count for the parent. */
  path?: true;
}

export function mappingRecord(mapping: Mapping): MappingRecord {
  return {
    written: mapping.written,
    id: mapping.id,
    state: mapping.state,
    resolved: mapping.resolved ?? null,
    tactic: mapping.tactic ?? null,
    provenance: mapping.provenance,
    ...(mapping.path && { path: true }),
  };
}
