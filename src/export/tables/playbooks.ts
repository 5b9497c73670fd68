import { reviewedOn } from '../../coverage/freshness.ts';
import { absoluteUrl, playbookPath } from '../../output/paths.ts';
import type { Playbook } from '../../playbooks/playbook.ts';
import type { Config } from '../../workspace/config.ts';
import type { TableDefinition } from './export-input.ts';
import { resolvedIds, writtenIds } from './mapped.ts';
import { date, flag, list, number, text, url } from './columns.ts';
import { tableOf, type ColumnOf } from './table.ts';

interface Row {
  playbook: Playbook;
  config: Config;
}

const COLUMNS: readonly ColumnOf<Row>[] = [
  text('title', 'Title', 44, ({ playbook }) => playbook.title, 'page'),
  flag('current', 'Current', 9, ({ playbook }) => playbook.current),
  text('currentNot', 'Why it is not current', 28, ({ playbook }) => playbook.currentNot),
  list('techniques', 'Techniques', 24, ({ playbook }) => resolvedIds(playbook.mappings)),
  list('written', 'As written', 24, ({ playbook }) => writtenIds(playbook.mappings)),
  text('hypothesis', 'Hypothesis', 60, ({ playbook }) => playbook.hypothesis),
  text('status', 'Status', 10, ({ playbook }) => playbook.status),
  text('owner', 'Owner', 16, ({ playbook }) => playbook.owner),
  text('severity', 'Severity', 12, ({ playbook }) => playbook.severity),
  date('reviewed', 'Last reviewed or run', 12, ({ playbook }) => reviewedOn(playbook)),
  number('cadence', 'Every (days)', 9, ({ playbook }) => playbook.cadence),
  date('due', 'Next run', 12, ({ playbook }) => playbook.due),
  number('runs', 'Runs', 7, ({ playbook }) => playbook.runs.length),
  list('actors', 'Actors', 20, ({ playbook }) => playbook.actors),
  list('dataSources', 'Data', 26, ({ playbook }) => playbook.dataSources),
  list('platforms', 'Platforms', 18, ({ playbook }) => playbook.platforms),
  text('format', 'Format', 12, ({ playbook }) => playbook.format),
  text('source', 'Source', 14, ({ playbook }) => playbook.source),
  text('role', 'Role', 10, ({ playbook }) => playbook.role),
  text('path', 'File', 36, ({ playbook }) => playbook.path, 'permalink'),
  text('id', 'Its own id', 20, ({ playbook }) => playbook.id),
  text('key', 'Key', 36, ({ playbook }) => playbook.key),
  url('page', 'Page', 40, ({ playbook, config }) => absoluteUrl(config, playbookPath(playbook))),
  url('permalink', 'File address', 40, ({ playbook }) => playbook.permalink),
];

/** One row a hunt, current or not. */
export const playbooksTable: TableDefinition = {
  id: 'playbooks',
  title: 'Playbooks',
  build: ({ workspace: { config, playbooks } }) =>
    tableOf(
      playbooksTable,
      COLUMNS,
      playbooks.map((playbook) => ({ playbook, config })),
    ),
};
