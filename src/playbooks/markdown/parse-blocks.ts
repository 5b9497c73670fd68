import type { Nodes, Root } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified, type Processor } from 'unified';
import { asSource } from './as-source.ts';

/** What of a paragraph's syntax takes micromark time that grows with the square of its marks, by its names there. */
const PAIRED = [
  ...['attention', 'labelStartLink', 'labelStartImage', 'labelEnd', 'definition'],
  ...['strikethrough', 'gfmFootnoteCall', 'gfmPotentialFootnoteCall', 'gfmFootnoteDefinition'],
];

const blocks = unified().use(remarkParse).use(remarkGfm).use(withoutPairs).freeze();

function withoutPairs(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push({ disable: { null: PAIRED } });
}

const MARK = /[*_~[\]]/g;

/** Squares of marks, added up: half a second. A paragraph of a person has dozens of marks, so do hundreds of them. */
const MAX_COST = 4_000_000;

/** So many in lines without a blank one between them take seconds even where nobody looks for pairs. */
const MAX_MARKS = 20_000;

/**
 * The tree of a text whose marks would take a Markdown parser minutes: its blocks are read, and in their texts nothing
 * that comes in pairs, no emphasis, link or footnote. A text that would still take seconds is its source.
 *
 * @returns undefined for a text that costs no more than others.
 */
export function parseBlocks(text: string): Root | undefined {
  if (marksIn(text) ** 2 <= MAX_COST) return undefined;
  if (text.split(/\n[ \t]*\n/).some((run) => marksIn(run) > MAX_MARKS)) return asSource(text);
  const tree = blocks.parse(text);
  return costOf(tree, text) > MAX_COST ? tree : undefined;
}

function costOf(node: Nodes, text: string): number {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const { start, end } = node.position ?? {};
    return marksIn(text.slice(start?.offset, end?.offset)) ** 2;
  }
  return 'children' in node ? node.children.reduce((sum, child) => sum + costOf(child, text), 0) : 0;
}

function marksIn(text: string): number {
  return text.match(MARK)?.length ?? 0;
}
