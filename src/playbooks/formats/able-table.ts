import type { Root, TableCell } from 'mdast';
import { toString } from 'mdast-util-to-string';
import { statedText } from './placeholder.ts';
import { tablesOf } from './tables.ts';

/** The words of ABLE: actor, behaviour, location, evidence, and what they were called before. */
const ABLE = /^(?:threat )?(?:actor|adversary|behaviou?r|location|evidence|examples?)\b/;

/**
 * What the tables of a report state, by the label before it: `hypothesis`, `date`, `actor`. The value is the last cell
 * of a row, since templates explain the field in between; placeholders and example tables state nothing. Where a
 * label stands twice, the first that states something counts.
 */
export function labelledCells(tree: Root): ReadonlyMap<string, string> {
  const stated = new Map<string, string>();
  for (const { header, head, cells } of tablesOf(tree)) {
    const isAcross = header.filter((word) => ABLE.test(word)).length >= 3;
    if (!isAcross && header.some((word) => word.startsWith('example'))) continue;
    const pairs = isAcross
      ? header.map((label, column) => [label, cells[0]?.[column]] as const)
      : // Some write the first field where Markdown wants a head.
        [head, ...cells].map((row) => [labelOf(row[0]), row.length > 1 ? row.at(-1) : undefined] as const);
    for (const [label, cell] of pairs) {
      const value = cell && statedCell(cell);
      if (value !== undefined && !stated.has(label)) stated.set(label, value);
    }
  }
  return stated;
}

/** Who a report is about, in ABLE's words of today or of yesterday. */
export function actorCell(cells: ReadonlyMap<string, string>): string | undefined {
  const labels = ['actor', 'threat actor', 'adversary'];
  return labels.map((label) => cells.get(label)).find((value) => value !== undefined);
}

function labelOf(cell: TableCell | undefined): string {
  const label = cell ? toString(cell).trim().toLowerCase() : '';
  return label.endsWith(':') ? label.slice(0, -1).trimEnd() : label;
}

/** A cell that is nothing but code is the template's. */
function statedCell(cell: TableCell): string | undefined {
  const isCode =
    cell.children.length > 0 &&
    cell.children.every(
      (node) => node.type === 'inlineCode' || (node.type === 'text' && node.value.trim() === ''),
    );
  return isCode ? undefined : statedText(toString(cell));
}
