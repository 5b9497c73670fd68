import type { FilledColumn, TableData } from './table-data.ts';

/** What a reader asks of a table. */
export interface TableChoice {
  /** Words every one of which some cell of the row must hold. */
  text: string;
  /** By column id, the text of an item; a text no item has narrows nothing. */
  facets: Readonly<Record<string, string>>;
}

export interface ChosenRows {
  rows: number[];
  /** For each facet, how many rows each item would leave, everything else staying as it is chosen. */
  counts: ReadonlyMap<string, readonly number[]>;
}

/** The rows a choice leaves. Linear in the rows: each distinct text is looked at once. */
export function chooseRows(data: TableData, { text, facets }: TableChoice): ChosenRows {
  const found = withWords(data, text);
  const offered = data.columns.filter(({ facet }) => facet);
  // How many of the chosen facets a row misses, and the last of them: a facet's counts leave out its own choice.
  const missed = new Uint8Array(data.rows);
  const missing = new Uint8Array(data.rows);
  for (const [index, column] of offered.entries()) {
    const place = placeOf(column, facets[column.id]);
    if (place === undefined) continue;
    const isPlace = (candidate: number): boolean => candidate === place;
    for (let row = 0; row < data.rows; row += 1) {
      if (holds(column.cells[row], isPlace)) continue;
      missed[row] = (missed[row] ?? 0) + 1;
      missing[row] = index;
    }
  }
  const rows: number[] = [];
  for (let row = 0; row < data.rows; row += 1) if (missed[row] === 0 && found?.[row] !== 0) rows.push(row);
  const counts = offered.map(({ id, items, cells }, index) => {
    const own = new Array<number>(items.length).fill(0);
    for (let row = 0; row < data.rows; row += 1) {
      const isCounted = missed[row] === 0 || (missed[row] === 1 && missing[row] === index);
      if (!isCounted || found?.[row] === 0) continue;
      const cell = cells[row];
      if (typeof cell === 'number') {
        if (cell !== -1) own[cell] = (own[cell] ?? 0) + 1;
      } else for (const place of cell ?? []) own[place] = (own[place] ?? 0) + 1;
    }
    return [id, own] as const;
  });
  return { rows, counts: new Map(counts) };
}

/** Whether a place of a cell passes; without a list for the one place nearly every cell has. */
function holds(cell: number | number[] | undefined, passes: (place: number) => boolean): boolean {
  return typeof cell === 'number' ? cell !== -1 && passes(cell) : (cell?.some(passes) ?? false);
}

function placeOf({ items }: FilledColumn, text: string | undefined): number | undefined {
  if (text === undefined || text === '') return undefined;
  const place = items.findIndex((item) => item.text.toLowerCase() === text.toLowerCase());
  return place === -1 ? undefined : place;
}

/** Row → 1 where every word is found in some cell; undefined without words. */
function withWords({ rows, columns }: TableData, text: string): Uint8Array | undefined {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return undefined;
  const all = new Uint8Array(rows).fill(1);
  for (const word of words) {
    const found = new Uint8Array(rows);
    for (const column of columns) {
      const matches = lowered(column).map((item) => item.includes(word));
      if (!matches.includes(true)) continue;
      const isMatch = (place: number): boolean => matches[place] ?? false;
      for (let row = 0; row < rows; row += 1) {
        if (found[row] === 0 && holds(column.cells[row], isMatch)) found[row] = 1;
      }
    }
    for (let row = 0; row < rows; row += 1) all[row] = (all[row] ?? 0) & (found[row] ?? 0);
  }
  return all;
}

const lowerTexts = new WeakMap<FilledColumn, string[]>();

function lowered(column: FilledColumn): string[] {
  let texts = lowerTexts.get(column);
  if (!texts) lowerTexts.set(column, (texts = column.items.map((item) => item.text.toLowerCase())));
  return texts;
}
