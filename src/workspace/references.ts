import type { Detection } from '../detections/detection.ts';
import type { Placement, Pointer } from '../mapping/mapping.ts';
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
