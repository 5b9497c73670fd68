import { readFileSync, writeFileSync } from 'node:fs';
import { tableMarkdown, type BenchTable } from './table.ts';

/**
 * Puts tables into a page of the documentation, each between its comments: `bench:layers` and `end`. What stands elsewhere in
 * it stays.
 *
 * @param about A sentence on machine, versions and day, put under each table.
 * @throws Error when the page has no place for a table.
 */
export function writePage(file: string, tables: readonly BenchTable[], about: string): void {
  let page = readFileSync(file, 'utf8');
  for (const table of tables) page = withTable(page, table, about);
  writeFileSync(file, page);
}

/** A page with a table in its place. */
export function withTable(page: string, table: BenchTable, about: string): string {
  const start = `{/* bench:${table.id} */}`;
  const from = page.indexOf(start);
  const to = page.indexOf('{/* end */}', from);
  if (from === -1 || to === -1)
    throw new Error(`The page has no place for the table ${table.id}: it lacks \`${start}\` or its end.`);
  const text = `${start}\n\n${tableMarkdown(table)}\n\n${upperFirst(table.title)}. ${about}\n\n`;
  return page.slice(0, from) + text + page.slice(to);
}

const upperFirst = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
