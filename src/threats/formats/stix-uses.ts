import type { Actor } from '../../attack/knowledge-base.ts';
import { textOf, textsOf } from '../../documents/fields.ts';
import { stands, type StixObject, type StixObjects } from './stix-objects.ts';

/** STIX types of those who use techniques, and what ATT&CK calls them. */
export const ACTOR_TYPES: ReadonlyMap<string, Actor['type']> = new Map([
  ['intrusion-set', 'group'],
  ['threat-actor', 'group'],
  ['campaign', 'campaign'],
  ['malware', 'software'],
  ['tool', 'software'],
]);

/** A relationship that says somebody uses something; an end that is not in the bundle is absent. */
export interface StixUse {
  relationship: StixObject;
  source?: StixObject;
  target?: StixObject;
}

/** The `uses` relationships that stand, in the order of the bundle. */
export function usesOf(objects: StixObjects): StixUse[] {
  return [...objects.values()].filter(isUse).map((relationship) => {
    const source = objects.get(textOf(relationship.fields['source_ref']) ?? '');
    const target = objects.get(textOf(relationship.fields['target_ref']) ?? '');
    return { relationship, ...(source && { source }), ...(target && { target }) };
  });
}

function isUse(object: StixObject): boolean {
  return object.type === 'relationship' && object.fields['relationship_type'] === 'uses' && stands(object);
}

/** The reports and groupings that stand, each with the attack patterns it refers to and no relationship uses. */
export function reportedPatterns(
  objects: StixObjects,
  uses: readonly StixUse[],
): { report: StixObject; patterns: StixObject[] }[] {
  const used = new Set(uses.map(({ target }) => target));
  return [...objects.values()]
    .filter((object) => (object.type === 'report' || object.type === 'grouping') && stands(object))
    .map((report) => ({
      report,
      patterns: [...new Set(textsOf(report.fields['object_refs']))].flatMap((ref) => {
        const object = objects.get(ref);
        return object?.type === 'attack-pattern' && stands(object) && !used.has(object) ? [object] : [];
      }),
    }));
}
