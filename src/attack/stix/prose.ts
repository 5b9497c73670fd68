import type { AttackProse, Citation } from '../facts.ts';
import { describedObjects, type StixObjects } from './bundle.ts';
import { isActive, type StixReference } from './objects.ts';

/**
 * ATT&CK's own words about active objects. Empty texts are left out.
 *
 * @param ids STIX id → ATT&CK id of every active object.
 */
export function readProse(objects: StixObjects, ids: ReadonlyMap<string, string>): AttackProse {
  const prose: AttackProse = {
    descriptions: new Map(),
    procedures: new Map(),
    mitigations: new Map(),
    detections: new Map(),
    citations: new Map(),
  };
  for (const object of describedObjects(objects)) {
    // Texts of active objects also cite by names that only a revoked one explains.
    cite(prose.citations, object.external_references);
    const id = ids.get(object.id);
    if (id !== undefined) put(prose.descriptions, id, object.description);
  }
  for (const technique of objects['attack-pattern']) {
    const id = ids.get(technique.id);
    if (id !== undefined) put(prose.detections, id, technique.x_mitre_detection);
  }
  for (const relationship of objects.relationship) {
    const source = ids.get(relationship.source_ref);
    const target = ids.get(relationship.target_ref);
    if (source === undefined || target === undefined || !isActive(relationship)) continue;
    cite(prose.citations, relationship.external_references);
    const texts = { uses: prose.procedures, mitigates: prose.mitigations }[relationship.relationship_type];
    if (texts) put(texts, `${source}>${target}`, relationship.description);
  }
  return prose;
}

function put(texts: Map<string, string>, key: string, text: string | undefined): void {
  const trimmed = text?.trim();
  if (trimmed && !texts.has(key)) texts.set(key, trimmed);
}

/** Keeps the first reference of a name; a later one only when it has a URL and the first has not. */
function cite(citations: Map<string, Citation>, references: readonly StixReference[] = []): void {
  for (const { source_name: source, external_id: id, description, url } of references) {
    const name = source?.trim();
    if (name === undefined || id !== undefined) continue;
    const known = citations.get(name);
    if (known && (known.url !== undefined || url === undefined)) continue;
    citations.set(name, {
      name,
      ...(description !== undefined && { description }),
      ...(url !== undefined && { url }),
    });
  }
}
