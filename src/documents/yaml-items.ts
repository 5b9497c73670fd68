import { isNode, isSeq, LineCounter, parseAllDocuments } from 'yaml';
import type { ParsedDocument } from './document.ts';
import { linesOf } from './text.ts';

/** First and last line in the file, from 1. */
interface Lines {
  from: number;
  to: number;
}

/**
 * The lines of each item of a document that is a list, comments and blank lines between items left out. Looks at
 * lines alone, which is enough for a list written with dashes; a list in brackets goes to the parser.
 */
export function yamlItemLines(text: string, document: ParsedDocument): Lines[] {
  const count = Array.isArray(document.data) ? document.data.length : 0;
  const scanned = scanItems(linesOf(text, document.lines), document.lines.from);
  if (scanned.length === count) return scanned;
  const parsed = parseItems(text, document.ordinal);
  return parsed.length === count ? parsed : Array.from({ length: count }, () => document.lines);
}

function scanItems(text: string, firstLine: number): Lines[] {
  const items: Lines[] = [];
  let indent: number | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    const content = line.trimStart();
    const depth = line.length - content.length;
    const isItem = /^-(?:\s|$)/.test(content) && (indent === undefined || depth === indent);
    const last = items.at(-1);
    if (isItem) {
      indent = depth;
      items.push({ from: firstLine + index, to: firstLine + index });
    } else if (last && depth > (indent ?? 0) && content.trimEnd() !== '') {
      last.to = firstLine + index;
    }
  }
  return items;
}

function parseItems(text: string, ordinal: number): Lines[] {
  const lineCounter = new LineCounter();
  try {
    const root = parseAllDocuments(text, { lineCounter, prettyErrors: false, logLevel: 'silent' })[ordinal];
    if (!root || !('contents' in root) || !isSeq(root.contents)) return [];
    return root.contents.items.map((item) => {
      const [start, end] = (isNode(item) ? item.range : undefined) ?? [0, 0];
      const shownEnd = start + text.slice(start, end).trimEnd().length;
      const line = (offset: number): number => Math.max(1, lineCounter.linePos(offset).line);
      return { from: line(start), to: line(Math.max(start, shownEnd - 1)) };
    });
  } catch {
    // A text too deep for the library's stack.
    return [];
  }
}
