import type { Domain } from '../attack/domain.ts';
import type { Technique } from '../attack/facts.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { attackPattern } from './stix/attack-pattern.ts';
import { detectionObject, playbookObject } from './stix/items.ts';
import { stixId } from './stix/stix-id.ts';
import type { Bundle, CourseOfAction, Identity, Indicator, Relationship } from './stix/stix-object.ts';
import { spanOf, type Times } from './stix/timestamps.ts';
import { resolvedIds } from './tables/mapped.ts';

type ItemObject = Indicator | CourseOfAction;

interface Item {
  object: ItemObject;
  mappings: readonly Mapping[];
}

/**
 * What a team has, as a STIX 2.1 bundle: each counting detection an `indicator` (a `course-of-action` where it has no
 * query), each current playbook a `course-of-action`, related to the techniques they are mapped to. Ids are made of
 * keys and times are those of the content, so equal content gives equal bytes.
 */
export function toStix({
  config,
  now,
  knowledge,
  detections,
  playbooks,
}: Pick<Workspace, 'config' | 'now' | 'knowledge' | 'detections' | 'playbooks'>): Bundle {
  const author = { created_by_ref: stixId('identity', config.title), now };
  const items: Item[] = [
    ...detections
      .filter(({ counts }) => counts)
      .map((detection) => ({ object: detectionObject(detection, author), mappings: detection.mappings })),
    ...playbooks
      .filter(({ current }) => current)
      .map((playbook) => ({ object: playbookObject(playbook, author), mappings: playbook.mappings })),
  ];
  const mapped = byTechnique(items);
  const patterns = [...mapped].flatMap(([id, objects]) => {
    const found = findTechnique(id, knowledge);
    return found
      ? [{ pattern: attackPattern(found.technique, found.domain, spanOf(objects, now)), objects }]
      : [];
  });
  const identity = identityOf(
    config.title,
    spanOf(
      items.map(({ object }) => object),
      now,
    ),
  );
  return {
    type: 'bundle',
    id: stixId('bundle', `${config.title} ${now}`),
    objects: [
      identity,
      ...patterns.map(({ pattern }) => pattern),
      ...items.map(({ object }) => object),
      ...patterns.flatMap(({ pattern, objects }) => objects.map((object) => relation(object, pattern.id))),
    ],
  };
}

/** Technique id → what is mapped to it, sorted by id. */
function byTechnique(items: readonly Item[]): Map<string, ItemObject[]> {
  const all = items.flatMap(({ object, mappings }) => resolvedIds(mappings).map((id) => ({ id, object })));
  const grouped = Map.groupBy(all, ({ id }) => id);
  return new Map(
    [...grouped].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, of]) => [id, of.map(({ object }) => object)]),
  );
}

function findTechnique(
  id: string,
  knowledge: Workspace['knowledge'],
): { technique: Technique; domain: Domain } | undefined {
  for (const [domain, base] of knowledge) {
    const technique = base.technique(id);
    if (technique?.state === 'active') return { technique, domain };
  }
  return undefined;
}

function identityOf(name: string, { created, modified }: Times): Identity {
  return {
    type: 'identity',
    spec_version: '2.1',
    id: stixId('identity', name),
    created,
    modified,
    name,
    identity_class: 'organization',
  };
}

/** A rule indicates a technique. A hunt does not mitigate it, which is what STIX has for a course of action: it is related. */
function relation({ type, id, created, modified, created_by_ref }: ItemObject, target: string): Relationship {
  const kind = type === 'indicator' ? 'indicates' : 'related-to';
  return {
    type: 'relationship',
    spec_version: '2.1',
    id: stixId('relationship', `${id} ${kind} ${target}`),
    created,
    modified,
    ...(created_by_ref !== undefined && { created_by_ref }),
    relationship_type: kind,
    source_ref: id,
    target_ref: target,
  };
}
