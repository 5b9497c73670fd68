import type { Finding } from '../../findings/finding.ts';
import type { TableDefinition } from './export-input.ts';
import { number, text } from './columns.ts';
import { tableOf, type ColumnOf } from './table.ts';

const COLUMNS: readonly ColumnOf<Finding>[] = [
  text('severity', 'Severity', 10, ({ severity }) => severity),
  text('rule', 'Check', 26, ({ rule }) => rule),
  text('message', 'Message', 70, ({ message }) => message),
  text('hint', 'What to do', 60, ({ hint }) => hint),
  text('source', 'Source', 14, ({ source }) => source),
  text('path', 'File', 44, ({ path }) => path),
  number('line', 'Line', 8, ({ range }) => range?.line),
  number('column', 'Column', 8, ({ range }) => range?.column),
  text('item', 'Item', 40, ({ item }) => item),
];

/** One row a finding of reading and mapping. */
export const findingsTable: TableDefinition = {
  id: 'findings',
  title: 'Findings',
  build: ({ workspace }) => tableOf(findingsTable, COLUMNS, workspace.findings),
};
