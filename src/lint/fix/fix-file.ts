import { decode } from '../../documents/decode.ts';
import type { Reader } from '../../readers/reader.ts';
import { applyEdits } from './edit.ts';
import { type FilePlan, type FixableItem, planFixes } from './plan.ts';

const BOM = '\uFEFF';

/**
 * A file's bytes with the revoked ids of its items replaced; line ends and byte order mark are kept.
 *
 * @returns `bytes` is absent when there is nothing to write.
 */
export function fixFile(
  before: Uint8Array,
  reader: Reader,
  items: readonly FixableItem[],
): Pick<FilePlan, 'fixed' | 'refused'> & { bytes?: Uint8Array } {
  const decoded = decode(before);
  const text = 'text' in decoded ? decoded.text : '';
  const { edits, fixed, refused } = planFixes(text, reader, items);
  if (edits.length === 0) return { fixed, refused };
  const mark = before[0] === 0xef && before[1] === 0xbb && before[2] === 0xbf ? BOM : '';
  const encode = (content: string): Uint8Array => new TextEncoder().encode(mark + content);
  if (!isSame(encode(text), before)) return { fixed: [], refused: [...refuseAll(fixed), ...refused] };
  return { bytes: encode(applyEdits(text, edits)), fixed, refused };
}

/** @param reason Why the file as a whole is left as it is. */
export function refuseAll(
  fixed: FilePlan['fixed'],
  reason = 'the file is not UTF-8; save it as UTF-8',
): FilePlan['refused'] {
  return fixed.map(({ item, id, written, range }) => ({
    item,
    id,
    written,
    ...(range && { range }),
    reason,
  }));
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
