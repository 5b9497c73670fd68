import { DOMAINS, type Domain } from '../attack/domain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { generatedFrom, type GeneratedFrom } from './api/generated-from.ts';
import type { Cell, Table } from './tables/table.ts';

/** What `coverbook export --format json` writes, version 1. */
export interface TablesReport {
  schemaVersion: 1;
  title: string;
  /** The day windows are counted back from. ISO date. */
  now: string;
  /** Domain → ATT&CK version: `19.1`. */
  attack: Partial<Record<Domain, string>>;
  generatedFrom: GeneratedFrom[];
  /** Table → rows; each row has every column, null where there is nothing to say. */
  tables: Record<string, Record<string, Cell>[]>;
}

export function tablesReport(
  workspace: Pick<Workspace, 'config' | 'now' | 'knowledge' | 'sources'>,
  tables: readonly Table[],
): TablesReport {
  const attack = DOMAINS.flatMap((domain) => {
    const version = workspace.knowledge.get(domain)?.version;
    return version === undefined ? [] : [[domain, version] as const];
  });
  return {
    schemaVersion: 1,
    title: workspace.config.title,
    now: workspace.now,
    attack: Object.fromEntries(attack),
    generatedFrom: generatedFrom(workspace),
    tables: Object.fromEntries(
      tables.map(({ id, columns, rows }) => [id, rows.map((row) => record(columns, row))]),
    ),
  };
}

function record(columns: Table['columns'], row: readonly Cell[]): Record<string, Cell> {
  return Object.fromEntries(columns.map(({ key }, index) => [key, row[index] ?? null]));
}
