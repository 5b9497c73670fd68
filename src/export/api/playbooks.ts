import type { Playbook, PlaybookRun } from '../../playbooks/playbook.ts';
import { mappingRecord, type MappingRecord } from './mapping.ts';

/** One hunt in `api/playbooks.json`. Dates are ISO dates. */
export interface PlaybookRecord {
  key: string;
  id: string | null;
  title: string;
  format: Playbook['format'];
  source: string;
  path: string;
  status: Playbook['status'];
  /** Whether it counts: active, and reviewed or run within the window. */
  current: boolean;
  owner: string | null;
  reviewed: string | null;
  /** When the next run is due by its cadence. */
  due: string | null;
  /** As written. */
  actors: string[];
  runs: PlaybookRun[];
  mappings: MappingRecord[];
}

/** In the order of the playbooks given: a workspace sorts them by key. */
export function playbookRecords(playbooks: readonly Playbook[]): PlaybookRecord[] {
  return playbooks.map((playbook) => ({
    key: playbook.key,
    id: playbook.id ?? null,
    title: playbook.title,
    format: playbook.format,
    source: playbook.source,
    path: playbook.path,
    status: playbook.status,
    current: playbook.current,
    owner: playbook.owner ?? null,
    reviewed: playbook.reviewed ?? null,
    due: playbook.due ?? null,
    actors: playbook.actors,
    runs: playbook.runs,
    mappings: playbook.mappings.map(mappingRecord),
  }));
}
