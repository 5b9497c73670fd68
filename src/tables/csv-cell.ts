/**
 * A text as a quoted cell of a CSV file (RFC 4180). What a spreadsheet would run as a formula gets an apostrophe before it.
 */
export function csvCell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}
