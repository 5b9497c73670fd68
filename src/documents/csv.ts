import { parse } from 'csv-parse/sync';
import type { ParsedText } from './parse.ts';
import { syntaxFinding } from './syntax-finding.ts';
import { lineOf } from './text.ts';

/** A CSV file with a header: cells by the header's words, so that columns may come, go and move. */
export interface CsvTable {
  /** Trimmed, in the file's order. */
  header: readonly string[];
  rows: readonly CsvRow[];
}

export interface CsvRow {
  /** A missing cell is an empty text. */
  cells: Readonly<Record<string, string>>;
  /** Line (from 1) the row starts on; cells may hold line breaks. */
  line: number;
}

interface RecordWithInfo {
  record: string[];
  info: { lines: number };
}

/** Parses CSV as RFC 4180 and as the wild has it: any line ends, rows of uneven length, quotes inside cells. */
export function parseCsv(text: string): ParsedText {
  let records: RecordWithInfo[];
  try {
    records = parse(text, {
      info: true,
      // Told, because it would take the first line's end for every line's.
      record_delimiter: ['\r\n', '\n'],
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
    }) as unknown as RecordWithInfo[];
  } catch (error) {
    const { message, lines = 1 } = error as Error & { lines?: number };
    return { documents: [], findings: [syntaxFinding('CSV', message, { line: lines, column: 1 })] };
  }
  const [first, ...rest] = records;
  if (!first) return { documents: [], findings: [] };
  const header = first.record.map((name) => name.trim());
  // Rows inherit what they lack: thousands of short rows under a header of thousands cost what is written in them.
  const empty = Object.create(null) as Record<string, string>;
  for (const name of header) empty[name] = '';
  let lastLine = first.info.lines;
  const rows = rest.map(({ record, info }) => {
    const line = lastLine + 1;
    lastLine = info.lines;
    const cells = Object.create(empty) as Record<string, string>;
    for (const [index, cell] of record.entries()) {
      const name = header[index];
      if (name !== undefined) cells[name] = cell;
    }
    return { cells, line };
  });
  const lines = { from: 1, to: lineOf(text, text.trimEnd().length) };
  return { documents: [{ syntax: 'csv', data: { header, rows }, lines, ordinal: 0 }], findings: [] };
}
