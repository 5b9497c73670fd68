import { isAttackReference } from '../../attack/stix/attack-id.ts';
import { techniqueIdIn } from '../../attack/ids.ts';
import { fieldLists, textOf, type Fields } from '../../documents/fields.ts';
import type { MappingDraft, Pointer } from '../../mapping/mapping.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';

/** One object of a bundle, with its place in it. */
export interface StixObject {
  id: string;
  type: string;
  fields: Fields;
  pointer: Pointer;
}

/** The objects of a bundle by id; of several versions of one object the newest. */
export type StixObjects = ReadonlyMap<string, StixObject>;

/** @param list The bundle's `objects`; what is no object with a type and an id is passed over. */
export function readStixObjects(list: unknown): StixObjects {
  const objects = new Map<string, StixObject>();
  for (const { fields, index } of fieldLists(list)) {
    const id = textOf(fields['id']);
    const type = textOf(fields['type']);
    if (id === undefined || type === undefined) continue;
    const other = objects.get(id);
    // ISO times in UTC, so that text order is order in time.
    if (other && (textOf(other.fields['modified']) ?? '') > (textOf(fields['modified']) ?? '')) continue;
    objects.set(id, { id, type, fields, pointer: ['objects', index] });
  }
  return objects;
}

/** Whether objects are a release of ATT&CK, whole or in part: only those come with a collection or a matrix. */
export function isAttackBundle(objects: readonly { fields: Fields }[]): boolean {
  return objects.some(({ fields: { type } }) => type === 'x-mitre-collection' || type === 'x-mitre-matrix');
}

/** Whether an object still stands: neither revoked nor, as ATT&CK says it, deprecated. */
export function stands({ fields }: StixObject): boolean {
  return fields['revoked'] !== true && fields['x_mitre_deprecated'] !== true;
}

/** The id ATT&CK has for an object, with the place it is written at. */
export function attackReference({
  fields,
  pointer,
}: StixObject): { id: string; pointer: Pointer } | undefined {
  for (const { fields: reference, index } of fieldLists(fields['external_references'])) {
    const id = textOf(reference['external_id']);
    const source = textOf(reference['source_name']);
    if (id === undefined || source === undefined) continue;
    if (isAttackReference({ source_name: source, external_id: id }))
      return { id, pointer: [...pointer, 'external_references', index, 'external_id'] };
  }
  return undefined;
}

/**
 * The ATT&CK technique an attack pattern is: by its ATT&CK reference, by OpenCTI's `x_mitre_id`, or by an id in its
 * name. Its name alone says nothing: CAPEC has attack patterns of the same names.
 */
export function techniqueOf(pattern: StixObject): MappingDraft | undefined {
  const reference = attackReference(pattern);
  if (reference) return declaredTechnique(reference.id, reference.pointer);
  for (const key of ['x_mitre_id', 'name']) {
    const written = textOf(pattern.fields[key]);
    if (written !== undefined && techniqueIdIn(written) !== undefined)
      return declaredTechnique(written, [...pattern.pointer, key]);
  }
  return undefined;
}

/** The first source an object names that is not ATT&CK: its address, else what it is called. */
export function sourceOf({ fields }: StixObject): string | undefined {
  for (const { fields: reference } of fieldLists(fields['external_references'])) {
    const source = textOf(reference['source_name']);
    const id = textOf(reference['external_id']);
    if (
      source !== undefined &&
      id !== undefined &&
      isAttackReference({ source_name: source, external_id: id })
    )
      continue;
    const named = textOf(reference['url']) ?? textOf(reference['description']) ?? source;
    if (named !== undefined) return named;
  }
  return undefined;
}
