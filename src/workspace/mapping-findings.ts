import { checkMappings, type MappedItem } from '../mapping/check.ts';
import type { Placement } from '../mapping/mapping.ts';
import type { Ingredients } from './assemble.ts';
import type { PendingFinding } from './pending-finding.ts';

/** What is wrong with how an item is mapped, at its place. */
export function mappingFindings(
  item: MappedItem & Pick<Placement, 'source' | 'path'> & Partial<Pick<Placement, 'key'>>,
  ordinal: number,
  { context }: Pick<Ingredients, 'context'>,
): PendingFinding[] {
  return checkMappings(item, context).map(({ pointer, ...finding }) => ({
    finding: {
      ...finding,
      source: item.source,
      path: item.path,
      ...(item.key !== undefined && { item: item.key }),
    },
    at: { ordinal, pointer },
  }));
}
