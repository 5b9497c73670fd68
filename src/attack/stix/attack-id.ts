import type { StixCommon, StixReference } from './objects.ts';

/**
 * The reference that gives an object its ATT&CK id. Its source is `mitre-attack`, or in older bundles
 * `mitre-mobile-attack` and `mitre-ics-attack`.
 */
export function isAttackReference(reference: StixReference): boolean {
  return reference.external_id !== undefined && /^mitre-(?:\w+-)?attack$/.test(reference.source_name ?? '');
}

/** Every kind: `T1059.001`, `TA0002`, `G0016`, `DET0123`. Ids become file names, so nothing else is one. */
const ATTACK_ID = /^[A-Z]{1,3}\d{4}(?:\.\d{3})?$/;

/** The ATT&CK id of an object, where it has a well-formed one. */
export function attackId(object: Pick<StixCommon, 'external_references'>): string | undefined {
  const id = object.external_references?.find(isAttackReference)?.external_id;
  return id !== undefined && ATTACK_ID.test(id) ? id : undefined;
}
