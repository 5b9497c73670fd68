import type { ActorCoverage } from '../coverage/actor-coverage.ts';
import { actorPath } from '../output/paths.ts';
import { count } from '../site/wording.ts';
import type { Chart } from './chart.ts';
import { levelRows } from './level-rows.ts';

const MOST = 30;

/** Actors by how much of what each does is open, most first. Undefined for fewer than two: there is nothing to compare. */
export function actorsComparedChart(actors: readonly ActorCoverage[]): Chart | undefined {
  const ranked = actors
    .filter(({ total }) => total > 0)
    .toSorted((a, b) => openOf(b) - openOf(a) || a.name.localeCompare(b.name, 'en'));
  const [first] = ranked;
  if (ranked.length < 2 || !first) return undefined;
  const most = ranked.length > MOST ? `The ${String(MOST)} actors with most open. ` : '';
  return {
    summary: `${most}${first.name} has most open: ${String(openOf(first))} of ${count(first.total, 'technique')} in scope not covered, ${String(first.levels.failed)} of them missed in an exercise.`,
    ...levelRows(
      ranked.slice(0, MOST).map(({ id, name, levels, covered, total }) => ({
        label: name,
        levels,
        covered,
        total,
        path: actorPath(id),
      })),
      'Actor',
    ),
  };
}

function openOf({ total, covered }: ActorCoverage): number {
  return total - covered;
}
