import type { Tactic, Technique } from '../facts.ts';
import { parentId } from '../ids.ts';
import { attackId } from './attack-id.ts';
import { byId } from './by-id.ts';
import type { Stix } from './objects.ts';

/**
 * All techniques, revoked and deprecated ones included, sorted by id.
 *
 * The parent is taken from the id: relationships say the same of active sub-techniques, and revoked ones have none.
 *
 * @param successors STIX id of a revoked object → ATT&CK ids of what it was revoked by.
 */
export function readTechniques(
  objects: readonly Stix<'attack-pattern'>[],
  tactics: readonly Tactic[],
  successors: ReadonlyMap<string, string[]>,
): Technique[] {
  const order = new Map(tactics.map(({ shortname }, index) => [shortname, index]));
  const position = (shortname: string): number => order.get(shortname) ?? order.size;
  return byId(objects, (object) => {
    const id = attackId(object);
    if (id === undefined) return undefined;
    const phases = new Set(object.kill_chain_phases?.map(({ phase_name }) => phase_name));
    const parent = parentId(id);
    const all = object.revoked ? (successors.get(object.id) ?? []) : [];
    const [successor] = all;
    return {
      id,
      name: object.name,
      tactics: [...phases].sort((a, b) => position(a) - position(b)),
      platforms: platformsOf(object),
      ...(parent !== undefined && { parent }),
      ...(object.x_mitre_version !== undefined && { version: object.x_mitre_version }),
      state: object.revoked ? 'revoked' : object.x_mitre_deprecated ? 'deprecated' : 'active',
      ...(successor !== undefined && { revokedBy: successor }),
      ...(all.length > 1 && { successors: all }),
    };
  });
}

/** Platforms in the bundle's order; ICS writes `None` where there is none. */
export function platformsOf(object: { x_mitre_platforms?: string[] | undefined }): string[] {
  return [...new Set(object.x_mitre_platforms)].filter((platform) => platform !== 'None');
}
