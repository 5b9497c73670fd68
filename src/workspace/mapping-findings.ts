import { capital } from '../documents/text.ts';
import { checkMappings, type MappedItem } from '../mapping/check.ts';
import { rewriting, type Refusal } from '../mapping/rewrite.ts';
import type { Placement } from '../mapping/mapping.ts';
import type { Ingredients } from './assemble.ts';
import type { PendingFinding } from './pending-finding.ts';

/** What is wrong with how an item is mapped, at its place. */
export function mappingFindings(
  item: MappedItem & Pick<Placement, 'source' | 'path'> & Partial<Pick<Placement, 'key'>>,
  ordinal: number,
  { context }: Pick<Ingredients, 'context'>,
): PendingFinding[] {
  const { rewrites, refusals } = rewriting(item.mappings);
  // A finding on a mapping has the mapping's own pointer.
  const rewriteAt = new Map(rewrites.map((rewrite) => [rewrite.mapping.pointer, rewrite]));
  const refusalAt = new Map(refusals.map((refusal) => [refusal.mapping.pointer, refusal]));
  return checkMappings(item, context).map(({ pointer, ...finding }) => {
    const rewrite = rewriteAt.get(pointer);
    const refusal = refusalAt.get(pointer);
    return {
      finding: {
        ...finding,
        ...(refusal?.mapping.state === 'revoked' && { hint: hintOf(refusal) }),
        source: item.source,
        path: item.path,
        ...(item.key !== undefined && { item: item.key }),
      },
      at: { ordinal, pointer },
      ...(rewrite && { rewrite: { written: rewrite.mapping.written.trim(), text: rewrite.text } }),
    };
  });
}

/** Where the successor's id cannot simply be written, that would be the wrong advice. */
function hintOf({ mapping: { id, resolved = id }, reason }: Refusal): string {
  return `${capital(reason)}. Until then it is read as \`${resolved}\`.`;
}
