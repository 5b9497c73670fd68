import type { Decision } from '../../scope/decision.ts';
import type { TableDefinition } from './export-input.ts';
import { resolvedIds, writtenIds } from './mapped.ts';
import { date, flag, list, text, url } from './columns.ts';
import { tableOf, type ColumnOf } from './table.ts';

interface Row {
  decision: Decision;
  now: string;
}

const COLUMNS: readonly ColumnOf<Row>[] = [
  list('techniques', 'Techniques', 30, ({ decision }) => resolvedIds(decision.mappings)),
  list('written', 'As written', 30, ({ decision }) => writtenIds(decision.mappings)),
  text('state', 'Decision', 14, ({ decision }) => decision.state),
  text('reason', 'Reason', 70, ({ decision }) => decision.reason),
  text('owner', 'Owner', 18, ({ decision }) => decision.owner),
  date('decided', 'Decided', 12, ({ decision }) => decision.decided),
  date('review', 'Review on', 12, ({ decision }) => decision.review),
  flag(
    'reviewDue',
    'Review is due',
    9,
    ({ decision, now }) => decision.review !== undefined && decision.review < now,
  ),
  text('source', 'Source', 14, ({ decision }) => decision.source),
  text('path', 'File', 36, ({ decision }) => decision.path, 'permalink'),
  url('permalink', 'File address', 40, ({ decision }) => decision.permalink),
];

/** One row a decision not to cover techniques. */
export const decisionsTable: TableDefinition = {
  id: 'decisions',
  title: 'Decisions',
  build: ({ workspace: { decisions, now } }) =>
    tableOf(
      decisionsTable,
      COLUMNS,
      decisions.map((decision) => ({ decision, now })),
    ),
};
