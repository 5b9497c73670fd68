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
/** Where a bare address of mail may begin: what looks for them goes back from each to a bracket that is still open. */
const WORD = /[\w+.-]+/g;
/** What it goes past, of any kind, for each of the parser's steps. */
const STEP = /[\n`\\&<!@*_~[\]]|www\.|https?:/gi;

/** Squares of marks, and words behind a bracket times steps, added up: half a second. A paragraph of a person has dozens of marks, so do hundreds of them. */
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
  const runs = text.split(/\n[ \t]*\n/);
  // No paragraph goes over a blank line, so none costs more than what stands between two of them.
  const most = runs.reduce((sum, run) => sum + walkIn(run), marksIn(text) ** 2);
  if (most <= MAX_COST) return undefined;
  if (runs.some((run) => marksIn(run) > MAX_MARKS)) return asSource(text);
  const tree = blocks.parse(text);
  return costOf(tree, text) > MAX_COST ? tree : undefined;
}

function costOf(node: Nodes, text: string): number {
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') {
    const { start, end } = node.position ?? {};
    const own = text.slice(start?.offset, end?.offset);
    return marksIn(own) ** 2 + walkIn(own);
  }
  return 'children' in node ? node.children.reduce((sum, child) => sum + costOf(child, text), 0) : 0;
}

function marksIn(text: string): number {
  return countOf(MARK, text);
}

/** How often `micromark-extension-gfm-autolink-literal` looks at a step, at most. */
function walkIn(text: string): number {
  return text.includes('[') ? countOf(WORD, text) * countOf(STEP, text) : 0;
}

function countOf(what: RegExp, text: string): number {
  return text.match(what)?.length ?? 0;
}
