import { domainName } from '../../attack/domain.ts';
import type { Gap } from '../../coverage/gap.ts';
import { absoluteUrl, techniquePath } from '../../output/paths.ts';
import type { Config } from '../../workspace/config.ts';
import type { TableDefinition } from './export-input.ts';
import { level, list, number, text, url } from './columns.ts';
import { tableOf, type ColumnOf } from './table.ts';

interface Row {
  gap: Gap;
  config: Config;
}

const COLUMNS: readonly ColumnOf<Row>[] = [
  text('technique', 'Technique', 12, ({ gap }) => gap.technique, 'page'),
  text('name', 'Name', 38, ({ gap }) => gap.name),
  text('domain', 'Domain', 11, ({ gap }) => domainName(gap.domain)),
  number('priority', 'Priority', 9, ({ gap }) => gap.priority),
  number('relevance', 'Relevance', 10, ({ gap }) => gap.relevance),
  level('level', 'Level', 10, ({ gap }) => gap.level),
  number('score', 'Score', 8, ({ gap }) => gap.score),
  list('missing', 'Missing', 26, ({ gap }) => gap.missing),
  text('why', 'Why', 56, ({ gap }) => gap.why),
  list('users', 'Used by', 32, ({ gap }) => gap.users.map(({ name }) => name)),
  list('tactics', 'Tactics', 26, ({ gap }) => gap.tactics),
  list('platforms', 'Platforms', 26, ({ gap }) => gap.platforms),
  list('library', 'Library rules', 40, ({ gap }) => gap.closes.library.map(({ key }) => key)),
  list('hunts', 'Library hunts', 32, ({ gap }) => gap.closes.hunts.map(({ key }) => key)),
  list('notCounting', 'Rules that could count again', 36, ({ gap }) =>
    gap.closes.notCounting.map(({ key }) => key),
  ),
  number('atomics', 'Tests nobody ran', 10, ({ gap }) => gap.closes.atomics.length),
  list('subtechniques', 'Sub-techniques not covered', 26, ({ gap }) => gap.closes.subtechniques),
  list('logsMissing', 'Data not collected', 34, ({ gap }) =>
    gap.closes.logSources
      .filter(({ collected }) => collected === false)
      .map(({ component }) => component.name),
  ),
  url('page', 'Page', 40, ({ gap, config }) => absoluteUrl(config, techniquePath(gap.technique))),
];

/** One row a technique worth building for, in the order of the gaps. */
export const gapsTable: TableDefinition = {
  id: 'gaps',
  title: 'Gaps',
  build: ({ workspace: { config }, gaps }) =>
    tableOf(
      gapsTable,
      COLUMNS,
      gaps.map((gap) => ({ gap, config })),
    ),
};
