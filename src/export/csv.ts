import { stringify } from 'csv-stringify/sync';
import type { Cell, Table } from './tables/table.ts';

export interface CsvOptions {
  /** A byte order mark, without which Excel takes UTF-8 for the code page of the machine. */
  bom?: boolean;
}

/**
 * A table as CSV: RFC 4180 (commas, CRLF, quotes doubled), a header of column keys, lists joined with `; `.
 *
 * Rules and playbooks are untrusted text, and spreadsheets run what looks like a formula. As OWASP's “CSV Injection”
 * advises, every text is quoted, and one that begins with `=`, `+`, `-`, `@`, a tab, a carriage return or the
 * full-width form of such a sign gets an apostrophe in front; so does one that begins with a line feed or hides the
 * sign behind spaces. Numbers are written as they are.
 *
 * @see https://owasp.org/www-community/attacks/CSV_Injection
 */
export function toCsv({ columns, rows }: Table, { bom = false }: CsvOptions = {}): string {
  return stringify([columns.map(({ key }) => key), ...rows.map((row) => row.map(toField))], {
    bom,
    record_delimiter: 'windows',
    quoted_string: true,
    escape_formulas: true,
    cast: { boolean: (value) => (value ? 'true' : 'false') },
  });
}

/** What spreadsheets strip before they look for a sign, with the sign; the first character alone is the library's part. */
const HIDDEN_SIGN = /^[\s\u200B\uFEFF]+[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^\n/;

function toField(cell: Cell): string | number | boolean | null {
  const field = typeof cell === 'object' && cell !== null ? cell.join('; ') : cell;
  return typeof field === 'string' && HIDDEN_SIGN.test(field) ? `'${field}` : field;
}
