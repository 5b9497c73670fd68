import type { Range } from '../findings/finding.ts';
import type { Pointer } from '../mapping/mapping.ts';
import { positionIndex, type Position } from './line-index.ts';

/** Cells of one record as offsets, quotes included; `end` is exclusive. */
type Cells = { start: number; end: number }[];

interface LocatedText {
  text: string;
  records: readonly Cells[];
  position: (offset: number) => Position;
}

/** Findings of one file are located one after the other. */
let latest: LocatedText | undefined;

/**
 * Where a cell stands in a CSV text: the pointer is the row (from 0, the header not counted) and the column's name.
 * A row without such a cell is shown at its start.
 */
export function locateCsv(text: string, _ordinal: number, pointer: Pointer): Range | undefined {
  const [row, column] = pointer;
  if (typeof row !== 'number') return undefined;
  if (latest?.text !== text) latest = { text, records: recordsOf(text), position: positionIndex(text) };
  const [header, ...rows] = latest.records;
  const cells = rows[row];
  if (!header || !cells) return undefined;
  // Of two columns with one name the last counts, as it does for who reads the cells.
  const index = header.findLastIndex(({ start, end }) => unquoted(text.slice(start, end)) === column);
  const cell = cells[index] ?? cells[0];
  return cell && rangeOf(latest, cell);
}

function rangeOf({ text, position }: LocatedText, { start, end }: Cells[number]): Range {
  const { line, column } = position(start);
  const shown = (text.slice(start, end).split('\n')[0] ?? '').trimEnd();
  return { line, column, endLine: line, endColumn: column + Math.max(1, shown.length) };
}

function unquoted(cell: string): string {
  const isQuoted = cell.startsWith('"') && cell.endsWith('"') && cell.length > 1;
  return (isQuoted ? cell.slice(1, -1).replaceAll('""', '"') : cell).trim();
}

function recordsOf(text: string): Cells[] {
  const records: Cells[] = [];
  let cells: Cells = [];
  let at = 0;
  while (at < text.length) {
    const end = cellEnd(text, at);
    const next = text[end];
    cells.push({ start: at, end: next === '\n' && text[end - 1] === '\r' ? end - 1 : end });
    at = end + 1;
    if (next === ',' && at < text.length) continue;
    // Empty lines are no records.
    const [only] = cells;
    if (cells.length > 1 || (only && only.end > only.start)) records.push(cells);
    cells = [];
  }
  return records;
}

/** Where the cell that begins at `start` ends: at a comma or a line feed outside quotes, or with the text. */
function cellEnd(text: string, start: number): number {
  let at = start;
  if (text[at] === '"') {
    let quote = text.indexOf('"', at + 1);
    while (quote !== -1 && text[quote + 1] === '"') quote = text.indexOf('"', quote + 2);
    if (quote === -1) return text.length;
    at = quote + 1;
  }
  while (at < text.length && text[at] !== ',' && text[at] !== '\n') at += 1;
  return at;
}
