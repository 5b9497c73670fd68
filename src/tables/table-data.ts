import type { Level } from '../coverage/assessment.ts';
import type { Rung } from '../robustness/judgement.ts';

/** One value of a cell: words, and what is drawn beside them. */
export interface TableItem {
  text: string;
  /** Where it leads, relative to the site's root. */
  path?: string;
  /** Where it leads outside of the site. */
  url?: string;
  /** Draws the level's glyph. */
  level?: Level;
  /** Draws the steps of the pyramid. */
  rung?: Rung | 'not-judged';
  /** Said quietly: the ordinary case, of which a column is full. */
  quiet?: true;
  /** Nobody says: quiet, and last however the table is sorted. */
  unknown?: true;
}

export interface TableColumn {
  /** Its name in the address as well: `severity`. Not `q`, `sort` or `page`. */
  id: string;
  label: string;
  /** `head`: names the row. `list`: several items a cell. */
  role?: 'head' | 'number' | 'list';
  /** Left out on a phone. */
  wide?: true;
  /** Offered as a choice above the table. */
  facet?: true;
  /** No column of the table: a choice, a column of the CSV file, and words the filter finds. */
  hidden?: true;
  /** The first click sorts it downwards: numbers, dates, levels. */
  descending?: true;
}

/** A column with its values: every distinct item once, in the order they sort. */
export interface FilledColumn extends TableColumn {
  items: TableItem[];
  /** How many of the items are known; those nobody states come after. */
  known: number;
  /** Row → place in `items`, several for a list; -1 for an empty cell. */
  cells: (number | number[])[];
}

/** A column to sort by. */
export interface TableOrder {
  column: string;
  descending: boolean;
}

/**
 * All rows of a table, by column. Plain data, written beside the page as JSON. Items are numbered in the order they
 * sort, so that sorting, choosing and counting ten thousand rows is arithmetic on small numbers.
 */
export interface TableData {
  /** What one row is, and several are: `['rule', 'rules']`. */
  noun: [one: string, many: string];
  rows: number;
  columns: FilledColumn[];
  /** The order the rows stand in. */
  order: TableOrder;
}

/** Rows of one page. */
export const PAGE_ROWS = 100;

/** The places in `items` a cell holds. */
export function placesOf(cell: number | number[] | undefined): readonly number[] {
  if (cell === undefined || cell === -1) return [];
  return typeof cell === 'number' ? [cell] : cell;
}

/** The items of a cell. */
export function itemsOf({ items, cells }: FilledColumn, row: number): TableItem[] {
  return placesOf(cells[row]).flatMap((place) => items[place] ?? []);
}
