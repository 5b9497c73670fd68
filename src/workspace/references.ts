import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Detection } from '../detections/detection.ts';
import type { Placement, Pointer } from '../mapping/mapping.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import { unknownActor } from '../threats/unknown-actor.ts';
import type { PendingFinding } from './pending-finding.ts';

/** Findings for references to detections that are in no source. Ids are compared with rule ids and keys. */
export function unknownDetections(
  item: Pick<Placement, 'source' | 'path' | 'key'>,
  ids: readonly string[],
  pointer: Pointer,
  detections: readonly Detection[],
  kind: 'playbook' | 'exercise',
): PendingFinding[] {
  if (ids.length === 0) return [];
  const known = new Set(detections.flatMap(({ id, key }) => (id === undefined ? [key] : [id, key])));
  return ids.flatMap((id, index) =>
    known.has(id)
      ? []
      : [
          {
            finding: {
              rule: `${kind}/unknown-detection`,
              severity: 'warning' as const,
              message: `Unexpected detection \`${id}\`, expected the id of a rule in one of the sources`,
              hint: 'Correct the id, or add the source that holds the rule.',
              source: item.source,
              path: item.path,
              item: item.key,
            },
            at: { ordinal: 0, pointer: [...pointer, index] },
          },
        ],
  );
}

/** Findings for actors of a playbook that no configured domain knows: it stands on no actor's page. */
export function unknownActors(
  playbook: Pick<Playbook, 'source' | 'path' | 'key' | 'actors'>,
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
): PendingFinding[] {
  return playbook.actors.flatMap((actor, index) => {
    const words = unknownActor(actor, knowledge);
    if (!words) return [];
    const { source, path, key } = playbook;
    return {
      finding: { rule: 'playbook/unknown-actor', severity: 'warning', ...words, source, path, item: key },
      at: { ordinal: 0, pointer: ['actors', index] },
    };
  });
}
