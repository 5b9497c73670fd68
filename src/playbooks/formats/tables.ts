import type { Nodes, Root, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';

/** A table of a Markdown text. */
export interface MarkdownTable {
  /** Words of the head, lower case, emphasis removed. */
  header: string[];
  /** The cells of the head. */
  head: TableCell[];
  /** Texts of the cells, trimmed. */
  rows: string[][];
  /** The cells the texts come from, in step with `rows`. */
  cells: TableCell[][];
}

const MAX_NESTING = 100;

/** The tables of a text, also those in lists and quotes, in the order they stand. */
export function tablesOf(tree: Root): MarkdownTable[] {
  const tables: MarkdownTable[] = [];
  collect(tree, tables, 0);
  return tables;
}

function collect(node: Nodes, tables: MarkdownTable[], nesting: number): void {
  if (node.type === 'table') {
    const [head, ...rows] = node.children;
    tables.push({
      head: head?.children ?? [],
      header: (head?.children ?? []).map((cell) => textOfCell(cell).toLowerCase()),
      rows: rows.map(({ children }) => children.map(textOfCell)),
      cells: rows.map(({ children }) => children),
    });
    return;
  }
  if (!('children' in node) || nesting > MAX_NESTING) return;
  for (const child of node.children) collect(child, tables, nesting + 1);
}

function textOfCell(cell: TableCell): string {
  return toString(cell).trim();
}
