import type { ActorStanding } from './actor-standing.ts';
import { rank } from './levels.ts';

/**
 * What to build against an actor: its techniques that lack something and that neither a test nor an exercise speaks for,
 * those that failed first, then those with nothing, each by priority.
 */
export function actorGaps(techniques: readonly ActorStanding[]): ActorStanding[] {
  return techniques
    .filter(({ missing, level }) => missing.length > 0 && level !== 'proven' && level !== 'tested')
    .sort((a, b) => rank(a.level) - rank(b.level) || b.priority - a.priority);
}
