import { locateYaml } from '../../documents/locate-yaml.ts';
import { yamlValueSpan } from '../../documents/yaml-value-span.ts';
import { parseYaml } from '../../documents/yaml.ts';
import type { Range } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import { falcoKind } from './falco-kind.ts';

/**
 * Where a pointer leads in a Falco file. Its first step is the item, counted through all documents, which need not be
 * the rule's own: an override may have brought what is pointed at. The empty pointer leads to the rule.
 */
export function locateFalco(text: string, ordinal: number, pointer: Pointer): Range | undefined {
  const [item = ordinal, ...rest] = pointer;
  if (typeof item !== 'number') return undefined;
  const place = documentOf(text, item);
  return place && locateYaml(text, place.document, [place.item, ...rest]);
}

/** The source text of the value at exactly this pointer, as {@link locateFalco} takes it. */
export function falcoValueSpan(
  text: string,
  ordinal: number,
  pointer: Pointer,
): { start: number; end: number } | undefined {
  const [item = ordinal, ...rest] = pointer;
  const place = typeof item === 'number' ? documentOf(text, item) : undefined;
  return place && yamlValueSpan(text, place.document, [place.item, ...rest]);
}

/** How many items each list of a file has, by its document. */
interface CountedText {
  text: string;
  lists: { document: number; length: number }[];
}

/** Findings of one file are located one after the other. */
let latest: CountedText | undefined;

function documentOf(text: string, item: number): { document: number; item: number } | undefined {
  if (!/^---/m.test(text)) return { document: 0, item };
  if (latest?.text !== text) latest = { text, lists: countItems(text) };
  let left = item;
  for (const { document, length } of latest.lists) {
    if (left < length) return { document, item: left };
    left -= length;
  }
  return undefined;
}

function countItems(text: string): CountedText['lists'] {
  return parseYaml(text).documents.flatMap(({ data, ordinal }) =>
    falcoKind(data) === 'rules' && Array.isArray(data) ? [{ document: ordinal, length: data.length }] : [],
  );
}
