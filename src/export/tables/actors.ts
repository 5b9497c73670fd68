import { domainName } from '../../attack/domain.ts';
import type { ActorCoverage } from '../../coverage/actor-coverage.ts';
import { isCovered } from '../../coverage/levels.ts';
import { actorPath, absoluteUrl } from '../../output/paths.ts';
import type { Config } from '../../workspace/config.ts';
import type { TableDefinition } from './export-input.ts';
import { list, number, text, url } from './columns.ts';
import { tableOf, type ColumnOf } from './table.ts';
import { percentOf } from './percent.ts';

interface Row {
  actor: ActorCoverage;
  config: Config;
}

const COLUMNS: readonly ColumnOf<Row>[] = [
  text('actor', 'Actor', 10, ({ actor }) => actor.id, 'page'),
  text('name', 'Name', 28, ({ actor }) => actor.name),
  text('type', 'Type', 10, ({ actor }) => actor.type),
  text('domain', 'Domain', 11, ({ actor }) => domainName(actor.domain)),
  number('weight', 'Weight in the profile', 10, ({ actor }) => actor.weight),
  text('reason', 'Why it matters', 40, ({ actor }) => actor.reason),
  number('techniques', 'Techniques in scope', 11, ({ actor }) => actor.total),
  number('covered', 'Covered', 9, ({ actor }) => actor.covered),
  number('coveredShare', 'Covered, %', 10, ({ actor }) => percentOf(actor.covered, actor.total)),
  number('withProof', 'Tested or proven', 10, ({ actor }) => actor.withProof),
  number('none', 'None', 8, ({ actor }) => actor.levels.none),
  number('hunted', 'Hunted', 8, ({ actor }) => actor.levels.hunted),
  number('claimed', 'Claimed', 9, ({ actor }) => actor.levels.claimed),
  number('tested', 'Tested', 8, ({ actor }) => actor.levels.tested),
  number('proven', 'Proven', 8, ({ actor }) => actor.levels.proven),
  number('failed', 'Failed', 8, ({ actor }) => actor.levels.failed),
  list('notCovered', 'Not covered', 50, ({ actor }) =>
    actor.techniques
      .filter(({ assessment }) => assessment.scope.state === 'in' && !isCovered(assessment.level))
      .map(({ assessment }) => assessment.technique),
  ),
  list('aliases', 'Also called', 30, ({ actor }) => actor.aliases),
  url('page', 'Page', 40, ({ actor, config }) => absoluteUrl(config, actorPath(actor.id))),
];

/** One row an actor and domain: how much of what it does is covered. */
export const actorsTable: TableDefinition = {
  id: 'actors',
  title: 'Actors',
  build: ({ workspace: { config }, actors }) =>
    tableOf(
      actorsTable,
      COLUMNS,
      actors.map((actor) => ({ actor, config })),
    ),
};
