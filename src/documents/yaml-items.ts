import { isNode, isSeq, parseAllDocuments } from 'yaml';
import type { Document, Node } from 'yaml';
import type { ParsedDocument } from './document.ts';
import { lineIndex } from './line-index.ts';

/** First and last line in the file, from 1. */
interface Lines {
  from: number;
  to: number;
}

/**
 * The lines of each item of the documents that are lists, comments and blank lines between items left out; of other
 * documents, none. Looks at lines alone, which is enough for a list written with dashes; for lists in brackets the
 * text is parsed once more.
 */
export function yamlItemLines(text: string, documents: readonly ParsedDocument[]): Lines[][] {
  const lines = text.split('\n');
  let parsed: ParsedLists | undefined;
  return documents.map(({ data, lines: place, ordinal }) => {
    const count = Array.isArray(data) ? data.length : 0;
    const scanned = count > 0 ? scanItems(lines, place) : [];
    if (scanned.length === count) return scanned;
    parsed ??= parseLists(text);
    const items = parsed.items(ordinal);
    return items.length === count ? items : Array.from({ length: count }, () => place);
  });
}

function scanItems(lines: readonly string[], { from, to }: Lines): Lines[] {
  const items: Lines[] = [];
  let indent: number | undefined;
  for (let number = from; number <= to; number += 1) {
    const line = (lines[number - 1] ?? '').trimEnd();
    const content = line.trimStart();
    const depth = line.length - content.length;
    const last = items.at(-1);
    if (/^-(?:\s|$)/.test(content) && (indent === undefined || depth === indent)) {
      indent = depth;
      items.push({ from: number, to: number });
    } else if (last && content !== '' && depth > (indent ?? 0)) {
      last.to = number;
    }
  }
  return items;
}

interface ParsedLists {
  items(ordinal: number): Lines[];
}

function parseLists(text: string): ParsedLists {
  const line = lineIndex(text);
  let documents: readonly Document[] = [];
  try {
    documents = parseAllDocuments(text, { prettyErrors: false, logLevel: 'silent', uniqueKeys: false });
  } catch {
    // A text too deep for the library's stack has no places to show.
  }
  const linesOf = (node: Node): Lines => {
    const [start, end] = node.range ?? [0, 0];
    const shownEnd = start + text.slice(start, end).trimEnd().length;
    return { from: line(start), to: line(Math.max(start, shownEnd - 1)) };
  };
  return {
    items(ordinal) {
      const root = documents[ordinal]?.contents;
      return isSeq(root) ? root.items.flatMap((item) => (isNode(item) ? [linesOf(item)] : [])) : [];
    },
  };
}
