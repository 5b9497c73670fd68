import { type Node, parseTree } from 'jsonc-parser';
import type { Range } from '../findings/finding.ts';
import type { Pointer } from '../mapping/mapping.ts';
import { type Position, positionIndex } from './line-index.ts';

interface LocatedText {
  text: string;
  position: (offset: number) => Position;
  /** Where each document stands: the whole text, or one line each. */
  spans: readonly { start: number; end: number }[];
  /** Parsed when asked for: a text may have a document on each of a hundred thousand lines. */
  trees: Map<number, Node | undefined>;
}

/** Findings of one file are located one after the other. */
let latest: LocatedText | undefined;

/**
 * Where a pointer leads in a JSON text, or in one with a JSON value on each line; else the nearest thing on the way to
 * it that exists.
 *
 * @param ordinal Which document, from 0: lines that are not blank are counted, as `parseJson` does.
 */
export function locateJson(text: string, ordinal: number, pointer: Pointer): Range | undefined {
  const walked = walkJson(text, ordinal, pointer);
  return walked && firstLineOf(walked.shown, walked.start, walked.located);
}

/** The source text of the value at exactly this pointer, quotes included; offsets in UTF-16 code units, `end` exclusive. */
export function jsonValueSpan(
  text: string,
  ordinal: number,
  pointer: Pointer,
): { start: number; end: number } | undefined {
  const walked = walkJson(text, ordinal, pointer);
  if (!walked?.isExact) return undefined;
  const start = walked.start + walked.node.offset;
  return { start, end: start + walked.node.length };
}

interface Walked {
  located: LocatedText;
  /** Offset of the document; nodes count from there. */
  start: number;
  node: Node;
  /** The node to show: the value where it is short, else the key above it. */
  shown: Node;
  isExact: boolean;
}

function walkJson(text: string, ordinal: number, pointer: Pointer): Walked | undefined {
  const located = parseOnce(text);
  const span = located.spans[ordinal];
  const root = span && treeOf(located, ordinal, span);
  if (!root) return undefined;
  let walked: Walked = { located, start: span.start, node: root, shown: root, isExact: true };
  for (const [depth, step] of pointer.entries()) {
    const next = stepInto(walked.node, step);
    if (!next) return { ...walked, isExact: false };
    const isScalar = next.value.type !== 'object' && next.value.type !== 'array';
    const isLast = depth === pointer.length - 1;
    walked = { ...walked, node: next.value, shown: isLast && isScalar ? next.value : next.label };
  }
  return walked;
}

/** The value under a key or an index, and the node that names it: the key, or the item itself. */
function stepInto(node: Node, step: string | number): { value: Node; label: Node } | undefined {
  if (node.type === 'array') {
    const item = typeof step === 'number' ? node.children?.[step] : undefined;
    return item && { value: item, label: item };
  }
  if (node.type !== 'object') return undefined;
  // Of two properties with one name the last counts.
  const property = node.children?.findLast(({ children }) => children?.[0]?.value === String(step));
  const [label, value] = property?.children ?? [];
  return label && value && { value, label };
}

function parseOnce(text: string): LocatedText {
  if (latest?.text === text) return latest;
  const spans = isJson(text) ? [{ start: 0, end: text.length }] : lineSpans(text);
  latest = { text, position: positionIndex(text), spans, trees: new Map() };
  return latest;
}

/** The lines that are not blank. */
function lineSpans(text: string): { start: number; end: number }[] {
  const spans = [];
  let start = 0;
  for (const line of text.split('\n')) {
    const end = start + line.length;
    if (line.trim() !== '') spans.push({ start, end });
    start = end + 1;
  }
  return spans;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function treeOf(
  { text, trees }: LocatedText,
  ordinal: number,
  { start, end }: { start: number; end: number },
): Node | undefined {
  if (trees.has(ordinal)) return trees.get(ordinal);
  let tree: Node | undefined;
  try {
    tree = parseTree(text.slice(start, end));
  } catch {
    // A text too deep for this parser has no places to show.
  }
  trees.set(ordinal, tree);
  return tree;
}

/** A range over a node, cut at the end of its first line: a finding marks a place, not a page. */
function firstLineOf(node: Node, documentStart: number, { text, position }: LocatedText): Range {
  const start = documentStart + node.offset;
  const newline = text.indexOf('\n', start);
  const end = Math.min(start + node.length, newline === -1 ? text.length : newline);
  const { line, column } = position(start);
  const shown = text.slice(start, end).trimEnd();
  return { line, column, endLine: line, endColumn: column + Math.max(1, shown.length) };
}
