import { positionIndex, type Position } from '../../documents/line-index.ts';
import { writtenSpan } from '../../documents/written-span.ts';
import type { Range } from '../../findings/finding.ts';
import type { Mapping } from '../../mapping/mapping.ts';
import { rewriting } from '../../mapping/rewrite.ts';
import type { Reader } from '../../readers/reader.ts';
import type { Edit } from './edit.ts';
import type { FixedId, RefusedId } from './report.ts';

/** An item of a file, as a fix looks at it. */
export interface FixableItem {
  key: string;
  /** Which document of the file it is. */
  ordinal: number;
  mappings: readonly Mapping[];
}

/** What to change in a file, and what to tell about it. */
export interface FilePlan {
  edits: Edit[];
  fixed: FixedId[];
  refused: RefusedId[];
}

/**
 * How one file would name the successors of the revoked ids its items declare. Nothing but the ids changes.
 *
 * @param text As the reader was given it.
 */
export function planFixes(text: string, reader: Reader, items: readonly FixableItem[]): FilePlan {
  const edits = new Map<string, Edit>();
  const plan: FilePlan = { edits: [], fixed: [], refused: [] };
  const position = positionIndex(text);
  for (const item of items) {
    const spans = new Map<Mapping, { start: number; end: number }>();
    const { rewrites, refusals } = rewriting(item.mappings, (mapping) => {
      const span = spanOf(text, reader, item, mapping);
      if (typeof span === 'string') return span;
      spans.set(mapping, span);
      return undefined;
    });
    for (const { mapping, text: replacement } of rewrites) {
      const span = spans.get(mapping);
      // Documents of a Sigma collection share what they inherit.
      if (!span || edits.has(String(span.start))) continue;
      edits.set(String(span.start), { ...span, text: replacement });
      plan.fixed.push({
        ...told(item, mapping, valueRange(text, reader, item, mapping, position)),
        by: mapping.resolved ?? '',
        text: replacement,
      });
    }
    for (const { mapping, reason } of refusals) {
      plan.refused.push({
        ...told(item, mapping, valueRange(text, reader, item, mapping, position)),
        reason,
      });
    }
  }
  plan.edits = [...edits.values()];
  return plan;
}

/** Where an id is written, or why nothing can be written there. */
function spanOf(
  text: string,
  reader: Reader,
  { ordinal }: FixableItem,
  { pointer, written }: Mapping,
): { start: number; end: number } | string {
  if (!reader.valueSpan) return 'files of this format are not rewritten';
  const span = reader.valueSpan(text, ordinal, pointer);
  if (!span) return 'it is an alias, an anchor or a text of several lines; change it by hand';
  return (
    writtenSpan(text, span, written.trim()) ?? 'it is not written in so many characters; change it by hand'
  );
}

function valueRange(
  text: string,
  reader: Reader,
  { ordinal }: FixableItem,
  { pointer }: Mapping,
  position: (offset: number) => Position,
): Range | undefined {
  const span = reader.valueSpan?.(text, ordinal, pointer);
  if (!span) return reader.locate(text, ordinal, pointer);
  const [start, end] = [position(span.start), position(span.end)];
  return { ...start, endLine: end.line, endColumn: end.column };
}

function told(
  { key }: FixableItem,
  { id, written, pointer }: Mapping,
  range: Range | undefined,
): Pick<FixedId, 'item' | 'id' | 'written' | 'range' | 'hint'> {
  // Elastic and Kibana keep an entry's name and address beside its id.
  const hasNeighbours = pointer.at(-1) === 'id';
  return {
    item: key,
    id,
    written: written.trim(),
    ...(range && { range }),
    ...(hasNeighbours && {
      hint: 'The `name` and `reference` of the entry are as before; put them right by hand.',
    }),
  };
}
