import type { Tactic } from '../attack/facts.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { ActorStanding } from './actor-standing.ts';
import { isCovered, rank } from './levels.ts';

/** What an actor does in one tactic, and how much of it we cover. */
export interface ActorTactic {
  tactic: Tactic;
  /** By id. */
  techniques: ActorStanding[];
  /** Those in scope, the best proven first, the failed last. */
  inScope: ActorStanding[];
  covered: number;
}

/** Tactics in which an actor has techniques, in the order of the matrix; a technique stands in each of its own. */
export function actorTactics(techniques: readonly ActorStanding[], knowledge: KnowledgeBase): ActorTactic[] {
  return knowledge.tactics
    .map((tactic): ActorTactic => {
      const own = techniques.filter(({ technique }) =>
        knowledge.technique(technique)?.tactics.includes(tactic.shortname),
      );
      const inScope = own.filter(({ scope }) => scope === 'in').sort((a, b) => rank(b.level) - rank(a.level));
      return {
        tactic,
        techniques: own,
        inScope,
        covered: inScope.filter(({ level }) => isCovered(level)).length,
      };
    })
    .filter((one) => one.techniques.length > 0);
}
