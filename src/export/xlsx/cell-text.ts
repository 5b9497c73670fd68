/** The most characters a cell holds. */
const MOST_CHARACTERS = 32_767;

/** Control characters and code points that are no XML; Excel calls a file with one of them damaged. */
const NOT_XML = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Text as a cell can hold it: a line feed for every line break, and an `_x0041_` that is not read as an escape. */
export function cellText(text: string): string {
  const clean = text
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(NOT_XML, '')
    .toWellFormed()
    .replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
  return clean.length > MOST_CHARACTERS ? `${clean.slice(0, MOST_CHARACTERS - 1).toWellFormed()}…` : clean;
}
