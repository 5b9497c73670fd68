import type { ParsedFile } from '../../documents/document.ts';
import { type Fields, fieldLists, fieldsOf } from '../../documents/fields.ts';
import { lineIndex } from '../../documents/line-index.ts';
import { jsonValueSpan, locateJson } from '../../documents/locate-json.ts';
import type { Range } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';

/** One map of a JSON file that may be a rule. */
export interface JsonItem {
  fields: Fields;
  /** Where it stands in its document. */
  pointer: Pointer;
  /** Its place in the file: among the lines, or in the list. */
  ordinal: number;
}

/** Keys under which the answers of interfaces keep their list. */
const WRAPPERS = ['data', 'rules'] as const;

/** The maps of a JSON file: each line's, those of a list (also under `data` or `rules`), or the only one. */
export function jsonItems({ documents }: ParsedFile): JsonItem[] {
  const [first, ...more] = documents;
  if (first?.syntax !== 'json') return [];
  if (more.length > 0) {
    return documents.flatMap(({ data, ordinal }) => {
      const fields = fieldsOf(data);
      return fields ? [{ fields, pointer: [], ordinal }] : [];
    });
  }
  if (Array.isArray(first.data)) return listItems(first.data, []);
  const fields = fieldsOf(first.data);
  const wrapper = WRAPPERS.find((key) => fields && Object.hasOwn(fields, key) && Array.isArray(fields[key]));
  if (wrapper !== undefined) return listItems(fields?.[wrapper], [wrapper]);
  return fields ? [{ fields, pointer: [], ordinal: 0 }] : [];
}

function listItems(list: unknown, at: Pointer): JsonItem[] {
  return fieldLists(list).map(({ fields, index }) => ({ fields, pointer: [...at, index], ordinal: index }));
}

/** Tells the lines of items of one file. */
export function jsonItemLines({ text, documents }: ParsedFile): (item: JsonItem) => {
  from: number;
  to: number;
} {
  const lines = new Map(documents.map((document) => [document.ordinal, document.lines]));
  let lineAt: ((offset: number) => number) | undefined;
  return ({ pointer, ordinal }) => {
    const whole = lines.get(ordinal) ?? lines.get(0) ?? { from: 1, to: 1 };
    const span = pointer.length > 0 ? jsonValueSpan(text, 0, pointer) : undefined;
    if (!span) return whole;
    lineAt ??= lineIndex(text);
    return { from: lineAt(span.start), to: lineAt(span.end - 1) };
  };
}

/** Where the pointer of an item leads: an item of a list is counted within the one document there is. */
export function locateJsonItem(text: string, ordinal: number, pointer: Pointer): Range | undefined {
  return locateJson(text, ordinal, pointer) ?? locateJson(text, 0, pointer);
}

/** The source text of the value at exactly the pointer of an item. */
export function jsonItemSpan(
  text: string,
  ordinal: number,
  pointer: Pointer,
): { start: number; end: number } | undefined {
  return jsonValueSpan(text, ordinal, pointer) ?? jsonValueSpan(text, 0, pointer);
}
