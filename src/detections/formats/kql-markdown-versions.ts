import { isoDate } from '../../documents/dates.ts';
import { tablesIn } from './kql-markdown-facts.ts';
import type { KqlPage } from './kql-markdown-sections.ts';
import { cellUnder } from './kql-markdown-table.ts';

/** Headings of the table of a page's versions. */
export const VERSIONS = /^(?:versions?|versioning|version history|change ?log|history)$/;

const DAY_FIRST = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/;

/** First and last date of the table of versions, whichever way it is sorted. */
export function kqlDates(page: KqlPage): { created?: string; modified?: string } {
  const tables = tablesIn(page.sections.filter(({ key }) => VERSIONS.test(key)));
  const written = tables.flatMap((table) =>
    table.rows.flatMap((row) => cellUnder(table, row, /^(?:date|modified|updated)$/)?.text ?? []),
  );
  const isMonthFirst = written.some((date) => Number(DAY_FIRST.exec(date)?.[2] ?? 0) > 12);
  const dates = written.flatMap((date) => dateOf(date, isMonthFirst) ?? []).sort();
  const [created, modified] = [dates[0], dates.at(-1)];
  return { ...(created !== undefined && { created }), ...(modified !== undefined && { modified }) };
}

/** `2024-06-28`, or `16/08/2023` as these tables write it; a second number past 12 shows a table that puts months first. */
function dateOf(written: string, isMonthFirst: boolean): string | undefined {
  const match = DAY_FIRST.exec(written);
  if (!match) return isoDate(written);
  const [, first = '', second = '', year = ''] = match;
  return isoDate(isMonthFirst ? `${year}-${first}-${second}` : `${year}-${second}-${first}`);
}
