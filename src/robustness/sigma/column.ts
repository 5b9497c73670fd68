import type { SummitColumn } from '../judgement.ts';

/**
 * Columns of Summiting the Pyramid by Sigma category, where its tables place the Sysmon events the category stands for
 * (user mode: 1, 2, 5, 6, 10, 11, 15, 23; kernel mode: 8, 12, 13, 17). The rest is in no table and stays unsaid.
 */
const COLUMNS = new Map<string, SummitColumn>([
  ['process_creation', 'U'],
  ['process_termination', 'U'],
  ['process_access', 'U'],
  ['driver_load', 'U'],
  ['file_change', 'U'],
  ['file_event', 'U'],
  ['file_delete', 'U'],
  ['create_stream_hash', 'U'],
  ['registry_rename', 'U'],
  ['create_remote_thread', 'K'],
  ['registry_add', 'K'],
  ['registry_delete', 'K'],
  ['registry_set', 'K'],
  ['registry_event', 'K'],
  ['pipe_created', 'K'],
  ['ps_script', 'A'],
  ['ps_module', 'A'],
  ['ps_classic_start', 'A'],
]);

/** The column of a Sigma category; undefined where the source does not say. */
export function summitColumn(category: string): SummitColumn | undefined {
  return COLUMNS.get(category);
}
