import { type Fields, fieldsOf, textOf } from '../../documents/fields.ts';
import type { Pointer } from '../../mapping/mapping.ts';

/** A resource of an ARM template, and where it stands. */
export interface ArmResource {
  fields: Fields;
  pointer: Pointer;
}

/** Deployments in deployments, children in children: deeper than this nobody nests them. */
const MAX_NESTING = 8;

/**
 * The resources of an ARM template in the order of the text, nested ones after the one they stand in: a list, a map
 * with symbolic names, the answer of an interface (`value`), or one resource alone.
 */
export function armResources(data: unknown): ArmResource[] {
  const root = fieldsOf(data);
  if (!root) return [];
  const found: ArmResource[] = [];
  if ('resources' in root) collect(root['resources'], ['resources'], 0, found);
  else if (Array.isArray(root['value'])) collect(root['value'], ['value'], 0, found);
  else if (textOf(root['type']) !== undefined) found.push({ fields: root, pointer: [] });
  return found;
}

function collect(resources: unknown, at: Pointer, nesting: number, found: ArmResource[]): void {
  if (nesting > MAX_NESTING || typeof resources !== 'object' || resources === null) return;
  const entries: [string | number, unknown][] = Array.isArray(resources)
    ? [...resources.entries()]
    : Object.entries(resources);
  for (const [key, value] of entries) {
    const fields = fieldsOf(value);
    if (!fields) continue;
    const pointer = [...at, key];
    found.push({ fields, pointer });
    collect(fields['resources'], [...pointer, 'resources'], nesting + 1, found);
    const template = fieldsOf(fieldsOf(fields['properties'])?.['template']);
    const inner = [...pointer, 'properties', 'template', 'resources'];
    collect(template?.['resources'], inner, nesting + 1, found);
  }
}

/** Whether a resource is an analytics rule: its type ends in `alertRules`, whatever the provider before it. */
export function isAlertRule({ fields }: ArmResource): boolean {
  return /(?:^|\/)alertRules$/i.test(textOf(fields['type']) ?? '');
}
