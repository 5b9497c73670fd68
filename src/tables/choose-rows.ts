import { placesOf, type FilledColumn, type TableData } from './table-data.ts';

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
  const chosen = offered.map((column) => placeOf(column, facets[column.id]));
  const rows: number[] = [];
  const counts = offered.map(({ items }) => Array.from(items, () => 0));
  for (let row = 0; row < data.rows; row += 1) {
    if (found?.[row] === 0) continue;
    const missed = offered.flatMap(({ cells }, index) => {
      const place = chosen[index];
      return place === undefined || placesOf(cells[row]).includes(place) ? [] : [index];
    });
    if (missed.length > 1) continue;
    if (missed.length === 0) rows.push(row);
    for (const index of missed.length === 0 ? offered.keys() : missed) {
      const own = counts[index] ?? [];
      for (const place of placesOf(offered[index]?.cells[row])) own[place] = (own[place] ?? 0) + 1;
    }
  }
  return { rows, counts: new Map(offered.map(({ id }, index) => [id, counts[index] ?? []])) };
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
      const holds = lowered(column).map((item) => item.includes(word));
      for (let row = 0; row < rows; row += 1) {
        if (found[row] === 0 && placesOf(column.cells[row]).some((place) => holds[place])) found[row] = 1;
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
