import type { Range } from '../findings/finding.ts';
import type { Pointer } from '../mapping/mapping.ts';

const HEADER = /^\s*(\[\[?)\s*([^\]]+?)\s*\]\]?\s*(?:#.*)?$/;
const KEY = /^\s*((?:"[^"]*"|'[^']*'|[\w-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[\w-]+))*)\s*=\s*/;

/**
 * Where a pointer leads in a TOML text, or the nearest key or table on the way to it; the first line when there is none. TOML parsers keep no
 * positions, so the tables and keys are found by reading line by line; values inside an array are shown at the
 * array's key.
 */
export function locateToml(text: string, pointer: Pointer): Range {
  const firstLine = text.split('\n', 1)[0] ?? '';
  let best = { depth: 0, range: rangeOf(firstLine, 0, 0, Math.max(1, firstLine.trimEnd().length)) };
  const offer = (path: Pointer, range: Range) => {
    const isOnTheWay = path.length <= pointer.length && path.every((step, index) => step === pointer[index]);
    if (isOnTheWay && path.length > best.depth) best = { depth: path.length, range };
  };
  const tables = new ArrayTables();
  let table: Pointer = [];
  let openString: string | undefined;
  for (const [index, line] of text.split('\n').entries()) {
    if (openString !== undefined) {
      if (line.includes(openString)) openString = undefined;
      continue;
    }
    const header = HEADER.exec(line);
    if (header) {
      table = tables.enter(splitKey(header[2] ?? ''), header[1] === '[[');
      offer(table, rangeOf(line, index, line.indexOf('['), line.trimEnd().length));
      continue;
    }
    const key = KEY.exec(line);
    if (!key) continue;
    const value = line.slice(key[0].length);
    offer([...table, ...splitKey(key[1] ?? '')], valueRange(line, index, key[0].length));
    openString = unclosedString(value);
  }
  return best.range;
}

/** Turns the written path of a table into one with indexes: each `[[a]]` is the next item of `a`. */
class ArrayTables {
  readonly #counts = new Map<string, number>();

  enter(path: string[], isItem: boolean): Pointer {
    const pointer: Pointer = [];
    for (const [depth, step] of path.entries()) {
      pointer.push(step);
      const place = JSON.stringify(pointer);
      const isLast = depth === path.length - 1;
      if (isItem && isLast) this.#counts.set(place, (this.#counts.get(place) ?? -1) + 1);
      const count = this.#counts.get(place);
      if (count !== undefined) pointer.push(count);
    }
    return pointer;
  }
}

function splitKey(written: string): string[] {
  return [...written.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map(
    (part) => part[1] ?? part[2] ?? part[3] ?? '',
  );
}

/** The delimiter of a multi-line string that a value opens and does not close on its line. */
function unclosedString(value: string): string | undefined {
  const delimiter = /^(?:"""|''')/.exec(value)?.[0];
  return delimiter !== undefined && !value.slice(3).includes(delimiter) ? delimiter : undefined;
}

function valueRange(line: string, index: number, start: number): Range {
  const value = line.slice(start).trimEnd();
  const isLong = value === '' || /^(?:"""|'''|\[)/.test(value);
  const keyStart = line.length - line.trimStart().length;
  return isLong
    ? rangeOf(line, index, keyStart, line.trimEnd().length)
    : rangeOf(line, index, start, start + value.length);
}

function rangeOf(line: string, index: number, start: number, end: number): Range {
  return {
    line: index + 1,
    column: start + 1,
    endLine: index + 1,
    endColumn: Math.max(start, Math.min(end, line.length)) + 1,
  };
}
