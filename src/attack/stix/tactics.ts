import type { Tactic } from '../facts.ts';
import { byCodeUnit } from '../order.ts';
import { attackId } from './attack-id.ts';
import type { StixObjects } from './bundle.ts';
import { isActive } from './objects.ts';

/** Active tactics in the order of the matrices; those in none of them come last, by id. */
export function readTactics(objects: StixObjects): Tactic[] {
  const tactics = new Map<string, Tactic>();
  for (const object of objects['x-mitre-tactic']) {
    const id = attackId(object);
    if (id !== undefined && isActive(object)) {
      tactics.set(object.id, { id, shortname: object.x_mitre_shortname, name: object.name });
    }
  }
  const inMatrix = objects['x-mitre-matrix'].filter(isActive).flatMap((matrix) => matrix.tactic_refs);
  const ordered = [...new Set(inMatrix)].flatMap((ref) => tactics.get(ref) ?? []);
  const rest = [...tactics.values()].filter((tactic) => !ordered.includes(tactic));
  return [...ordered, ...rest.sort((a, b) => byCodeUnit(a.id, b.id))];
}
