import type { BacklogItem } from '../../coverage/backlog-item.ts';
import { absoluteUrl, playbookPath, techniquePath } from '../../output/paths.ts';
import type { Config } from '../../workspace/config.ts';
import { date, list, number, text, url } from './columns.ts';
import type { TableDefinition } from './export-input.ts';
import { resolvedIds } from './mapped.ts';
import { tableOf, type ColumnOf } from './table.ts';

type NeverHunted = Extract<BacklogItem, { kind: 'never-hunted' }>;
type Hunt = Exclude<BacklogItem, NeverHunted>;

interface Row {
  item: BacklogItem;
  /** One of the two. */
  hunt?: Hunt;
  idea?: NeverHunted;
  config: Config;
}

const COLUMNS: readonly ColumnOf<Row>[] = [
  text('kind', 'Kind', 13, ({ item }) => item.kind),
  text('title', 'Hunt', 48, ({ hunt, idea }) => hunt?.playbook.title ?? idea?.start.title, 'page'),
  list('techniques', 'Techniques', 24, ({ hunt, idea }) =>
    hunt ? resolvedIds(hunt.playbook.mappings) : idea && [idea.technique],
  ),
  text('because', 'Why', 60, ({ item }) => item.because),
  date('due', 'Due', 12, ({ hunt }) => hunt?.due),
  number('days', 'Days past', 9, ({ hunt }) => hunt?.days),
  text('owner', 'Owner', 16, ({ hunt }) => hunt?.playbook.owner),
  number('priority', 'Priority', 9, ({ idea }) => idea?.priority),
  number('relevance', 'Relevance', 10, ({ idea }) => idea?.relevance),
  list('users', 'Used by', 32, ({ idea }) => idea?.users.map(({ name }) => name)),
  text(
    'hypothesis',
    'Hypothesis',
    60,
    ({ hunt, idea }) => hunt?.playbook.hypothesis ?? idea?.start.hypothesis,
  ),
  url('page', 'Page', 40, ({ hunt, idea, config }) =>
    absoluteUrl(config, hunt ? playbookPath(hunt.playbook) : techniquePath(idea?.technique ?? '')),
  ),
];

/** One row a hunt that is due, or that nobody ever wrote. */
export const backlogTable: TableDefinition = {
  id: 'backlog',
  title: 'Hunt backlog',
  build: ({ workspace: { config }, backlog }) =>
    tableOf(
      backlogTable,
      COLUMNS,
      backlog.map((item) => ({
        item,
        config,
        ...(item.kind === 'never-hunted' ? { idea: item } : { hunt: item }),
      })),
    ),
};
