import { isMap, isNode, isPair, isScalar, isSeq, parseAllDocuments } from 'yaml';
import type { Document, Node } from 'yaml';
import type { Range } from '../findings/finding.ts';
import type { Pointer } from '../mapping/mapping.ts';
import { positionIndex } from './line-index.ts';
import { scanYaml } from './scan-yaml.ts';

interface LocatedText {
  text: string;
  documents: readonly Document[];
  /** The library's own counter loses lines after an error. */
  positionOf: ReturnType<typeof positionIndex>;
}

/** Findings of one file are located one after the other. */
let latest: LocatedText | undefined;

/**
 * Where a pointer leads in a YAML text, or the nearest thing on the way to it that exists.
 *
 * @param ordinal Which document, from 0, empty ones counted.
 */
export function locateYaml(text: string, ordinal: number, pointer: Pointer): Range | undefined {
  return walkYaml(text, ordinal, pointer)?.range;
}

/** Whether the document has something at exactly this pointer. */
export function hasYamlNode(text: string, ordinal: number, pointer: Pointer): boolean {
  return walkYaml(text, ordinal, pointer)?.isExact ?? false;
}

function walkYaml(
  text: string,
  ordinal: number,
  pointer: Pointer,
): { range: Range; isExact: boolean } | undefined {
  const scanned = ordinal === 0 ? scanYaml(text, pointer) : undefined;
  if (scanned) return { range: scanned, isExact: true };
  const { documents, positionOf } = parseOnce(text);
  const root = documents[ordinal]?.contents;
  if (!isNode(root)) return undefined;
  let node: Node = root;
  // Without a value to point at, a missing key is best shown at the key above it, not over all its lines.
  let shown: Node = root;
  for (const [depth, step] of pointer.entries()) {
    const next = stepInto(node, step);
    if (!next) return { range: firstLineOf(shown, text, positionOf), isExact: false };
    node = next.value;
    const isLast = depth === pointer.length - 1;
    shown = isLast && (isScalar(node) || isSeqItem(step)) ? node : next.label;
  }
  return { range: firstLineOf(shown, text, positionOf), isExact: true };
}

function isSeqItem(step: string | number): boolean {
  return typeof step === 'number';
}

/** What stands under a key or an index, and the node that names it: the key, or the item itself. */
export interface YamlStep {
  value: Node;
  label: Node;
  /** The key has no value; `value` is the key. */
  isKey: boolean;
}

export function stepInto(node: Node, step: string | number): YamlStep | undefined {
  if (isSeq(node) && typeof step === 'number') {
    const item = node.items[step];
    return isNode(item) ? { value: item, label: item, isKey: false } : undefined;
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.findLast(
    (item) => isPair(item) && isScalar(item.key) && String(item.key.value) === String(step),
  );
  if (!pair || !isNode(pair.key)) return undefined;
  const isKey = !isNode(pair.value);
  return { value: isNode(pair.value) ? pair.value : pair.key, label: pair.key, isKey };
}

/** A range over a node, cut at the end of its first line: a finding marks a place, not a page. */
function firstLineOf(node: Node, text: string, positionOf: LocatedText['positionOf']): Range {
  const start = node.range?.[0] ?? 0;
  const valueEnd = Math.max(start, node.range?.[1] ?? start);
  const newline = text.indexOf('\n', start);
  const end = newline === -1 ? valueEnd : Math.min(valueEnd, newline);
  const { line, column } = positionOf(start);
  const shownEnd = start + text.slice(start, end).trimEnd().length;
  return { line, column, endLine: line, endColumn: column + Math.max(1, shownEnd - start) };
}

/** The documents of a YAML text with their nodes; none of a text this parser gives up on. */
export function yamlDocuments(text: string): readonly Document[] {
  return parseOnce(text).documents;
}

function parseOnce(text: string): LocatedText {
  if (latest?.text === text) return latest;
  let documents: Document[] = [];
  try {
    documents = parseAllDocuments(text, {
      prettyErrors: false,
      logLevel: 'silent',
      uniqueKeys: false,
    });
  } catch {
    // A text too deep for this parser has no places to show.
  }
  latest = { text, documents, positionOf: positionIndex(text) };
  return latest;
}
