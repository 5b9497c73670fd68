import type { StixCommon, StixReference } from './objects.ts';

/**
 * The reference that gives an object its ATT&CK id. Its source is `mitre-attack`, or in older bundles
 * `mitre-mobile-attack` and `mitre-ics-attack`.
 */
export function isAttackReference(reference: StixReference): boolean {
  return reference.external_id !== undefined && /^mitre-(?:\w+-)?attack$/.test(reference.source_name ?? '');
}

/** The ATT&CK id of an object: `T1059.001`, `G0016`, `TA0002`. */
export function attackId(object: Pick<StixCommon, 'external_references'>): string | undefined {
  return object.external_references?.find(isAttackReference)?.external_id;
}
