import { checkMappings, type MappedItem } from '../mapping/check.ts';
import { rewriting } from '../mapping/rewrite.ts';
import type { Placement } from '../mapping/mapping.ts';
import type { Ingredients } from './assemble.ts';
import type { PendingFinding } from './pending-finding.ts';

/** What is wrong with how an item is mapped, at its place. */
export function mappingFindings(
  item: MappedItem & Pick<Placement, 'source' | 'path'> & Partial<Pick<Placement, 'key'>>,
  ordinal: number,
  { context }: Pick<Ingredients, 'context'>,
): PendingFinding[] {
  const { rewrites } = rewriting(item.mappings);
  const byPointer = new Map(rewrites.map(({ mapping, text }) => [mapping.pointer, { mapping, text }]));
  return checkMappings(item, context).map(({ pointer, ...finding }) => {
    // A finding on a mapping has the mapping's own pointer.
    const rewrite = byPointer.get(pointer);
    return {
      finding: {
        ...finding,
        source: item.source,
        path: item.path,
        ...(item.key !== undefined && { item: item.key }),
      },
      at: { ordinal, pointer },
      ...(rewrite && { rewrite: { written: rewrite.mapping.written.trim(), text: rewrite.text } }),
    };
  });
}
