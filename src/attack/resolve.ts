import type { Technique } from './facts.ts';
import type { Resolution } from './knowledge-base.ts';

/**
 * What became of a technique id. Revoked-by chains are followed to an active technique; a chain that ends in a
 * deprecated or missing one, or runs in a circle, says that ATT&CK has no place for it any more: `deprecated`.
 * The successor may be of another shape: T1562.001, a sub-technique, became T1685, a technique.
 *
 * `chain` holds the ids passed on the way, the asked-for one first, the active one last.
 */
export function resolveTechnique(id: string, techniques: ReadonlyMap<string, Technique>): Resolution {
  const start = techniques.get(id);
  if (!start) return { state: 'unknown' };
  if (start.state === 'active') return { state: 'active', id };
  const chain = new Set<string>();
  for (let current: Technique | undefined = start; current && !chain.has(current.id);) {
    chain.add(current.id);
    if (current.state === 'active') return revoked(current.id, [...chain], techniques);
    current = current.revokedBy === undefined ? undefined : techniques.get(current.revokedBy);
  }
  return { state: 'deprecated' };
}

function revoked(id: string, chain: string[], techniques: ReadonlyMap<string, Technique>): Resolution {
  const isAmbiguous = chain.some((passed) => techniques.get(passed)?.successors !== undefined);
  const choices = isAmbiguous ? activeEnds(chain[0] ?? id, techniques) : [];
  return { state: 'revoked', id, chain, ...(choices.length > 1 && { choices }) };
}

/** Every active technique the chains from a revoked one lead to, in the order ATT&CK names them. */
function activeEnds(id: string, techniques: ReadonlyMap<string, Technique>): string[] {
  const ends: string[] = [];
  const seen = new Set<string>();
  const left = [id];
  for (let next = left.pop(); next !== undefined; next = left.pop()) {
    const technique = techniques.get(next);
    if (!technique || seen.has(next)) continue;
    seen.add(next);
    if (technique.state === 'active') ends.push(next);
    const { revokedBy, successors = revokedBy === undefined ? [] : [revokedBy] } = technique;
    left.push(...successors.toReversed());
  }
  return ends;
}
