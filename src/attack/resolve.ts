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
    if (current.state === 'active') return { state: 'revoked', id: current.id, chain: [...chain] };
    current = current.revokedBy === undefined ? undefined : techniques.get(current.revokedBy);
  }
  return { state: 'deprecated' };
}
