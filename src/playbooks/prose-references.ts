import type { Nodes, Root } from 'mdast';
import type { Position } from 'unist';
import type { Range } from '../findings/finding.ts';
import type { PlaybookLink, PlaybookMention } from './playbook.ts';

/** Nothing nested deeper than this was written by a person for one. */
const MAX_NESTING = 100;

/** Not an address of its own: relative, from the root, or a place in the text itself. */
const INTERNAL = /^(?![a-z][a-z\d+.-]*:|\/\/)/i;

/** `HUNT-0007`, `EX-2026-06`: capitals, then numbers. Whose ids they are, their prefix says. */
const MENTION = /\b[A-Z][A-Z\d]*(?:-\d+)+\b/g;

export interface ProseReferences {
  links: PlaybookLink[];
  mentions: PlaybookMention[];
}

/**
 * What the prose of a body refers to inside of the team's content: links that lead nowhere else, and ids. Code quotes
 * other systems and is left out.
 *
 * @param firstLine Line of the file the body starts on.
 */
export function proseReferences(tree: Root, firstLine: number): ProseReferences {
  const found: ProseReferences = { links: [], mentions: [] };
  walk(tree, firstLine, 0, found);
  return found;
}

function walk(node: Nodes, firstLine: number, nesting: number, found: ProseReferences): void {
  if ((node.type === 'link' || node.type === 'image' || node.type === 'definition') && node.position) {
    if (node.url !== '' && INTERNAL.test(node.url)) {
      found.links.push({ href: node.url, range: rangeOf(node.position, firstLine) });
    }
  }
  if (node.type === 'text' && node.position) addMentions(node.value, node.position, firstLine, found);
  if (!('children' in node) || nesting > MAX_NESTING) return;
  for (const child of node.children) walk(child, firstLine, nesting + 1, found);
}

function addMentions(
  text: string,
  { start }: Position,
  firstLine: number,
  { mentions }: ProseReferences,
): void {
  for (const { 0: id, index } of text.matchAll(MENTION)) {
    const before = text.slice(0, index).split('\n');
    const line = firstLine + start.line - 1 + before.length - 1;
    // Of a text over several lines only the first begins where its node does.
    const column = (before.length === 1 ? start.column : 1) + (before.at(-1)?.length ?? 0);
    mentions.push({ id, range: { line, column, endLine: line, endColumn: column + id.length } });
  }
}

function rangeOf({ start, end }: Position, firstLine: number): Range {
  return {
    line: firstLine + start.line - 1,
    column: start.column,
    endLine: firstLine + end.line - 1,
    endColumn: end.column,
  };
}
