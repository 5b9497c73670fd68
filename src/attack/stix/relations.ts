import type { AttackFacts, IdPair } from '../facts.ts';
import { byCodeUnit } from '../order.ts';
import { isActive, type Stix } from './objects.ts';

type Relations = Pick<AttackFacts, 'uses' | 'attributions' | 'mitigates' | 'detects'>;

/** STIX type before the `--` of a reference. Data components had `detects` relations of their own before v18. */
const KEPT: Readonly<Record<string, { list: keyof Relations; sources: readonly string[] }>> = {
  uses: { list: 'uses', sources: ['intrusion-set', 'campaign', 'malware', 'tool'] },
  'attributed-to': { list: 'attributions', sources: ['campaign'] },
  mitigates: { list: 'mitigates', sources: ['course-of-action'] },
  detects: { list: 'detects', sources: ['x-mitre-detection-strategy'] },
};

/**
 * Relations between active objects, each sorted and without duplicates.
 *
 * @param ids STIX id → ATT&CK id of every active object.
 */
export function readRelations(
  relationships: readonly Stix<'relationship'>[],
  ids: ReadonlyMap<string, string>,
): Relations {
  const relations: Relations = { uses: [], attributions: [], mitigates: [], detects: [] };
  for (const relationship of relationships) {
    const kept = KEPT[relationship.relationship_type];
    const source = ids.get(relationship.source_ref);
    const target = ids.get(relationship.target_ref);
    if (!kept || source === undefined || target === undefined || !isActive(relationship)) continue;
    const [type = ''] = relationship.source_ref.split('--');
    if (kept.sources.includes(type)) relations[kept.list].push([source, target]);
  }
  return {
    uses: sortedPairs(relations.uses),
    attributions: sortedPairs(relations.attributions),
    mitigates: sortedPairs(relations.mitigates),
    detects: sortedPairs(relations.detects),
  };
}

/** STIX id of a revoked object → ATT&CK ids of its successors, each once. `ids` holds objects of every state. */
export function readSuccessors(
  relationships: readonly Stix<'relationship'>[],
  ids: ReadonlyMap<string, string>,
): Map<string, string[]> {
  const successors = new Map<string, string[]>();
  for (const { relationship_type: type, source_ref: source, target_ref: target } of relationships) {
    const id = ids.get(target);
    if (type !== 'revoked-by' || id === undefined) continue;
    const known = successors.get(source);
    if (!known) successors.set(source, [id]);
    else if (!known.includes(id)) known.push(id);
  }
  return successors;
}

function sortedPairs(pairs: IdPair[]): IdPair[] {
  const sorted = pairs.sort((a, b) => byCodeUnit(a[0], b[0]) || byCodeUnit(a[1], b[1]));
  return sorted.filter(([who, what], index) => {
    const before = sorted[index - 1];
    return before?.[0] !== who || before[1] !== what;
  });
}
