import type { Range } from '../findings/finding.ts';
import type { Pointer } from '../mapping/mapping.ts';
import { lineOf } from './text.ts';
import { skipTomlBlank, splitTomlKey, tomlKey, type TomlValue, tomlValue } from './toml-value.ts';

/** What stands at a pointer, or at the longest part of it that leads anywhere. `end` is exclusive. */
interface Place {
  depth: number;
  start: number;
  end: number;
  /** Where the line's key or header begins: a value of several lines is shown by it. */
  label: number;
}

/** A table's header, up to the end of its line. */
const HEADER = /(\[\[?)([^\]\n]*)\]/y;

/**
 * Where a pointer leads in a TOML text, or the nearest key or table on the way to it; the first line when there is
 * none. TOML parsers keep no positions, so tables, keys and values are found by reading on.
 */
export function locateToml(text: string, pointer: Pointer): Range {
  const { start, end, label } = findPlace(text, pointer);
  const value = text.slice(start, end);
  const isLong = value === '' || /^(?:"""|'''|\[|\{)/.test(value);
  const from = isLong ? label : start;
  const to = isLong ? lineEnd(text, label) : Math.min(end, lineEnd(text, start));
  const line = lineOf(text, from);
  const column = from - text.lastIndexOf('\n', from - 1);
  const shown = text.slice(from, to).trimEnd().length;
  return { line, column, endLine: line, endColumn: column + Math.max(1, shown) };
}

/** The source text of the value at exactly this pointer; undefined when a table or nothing stands there. */
export function tomlValueSpan(text: string, pointer: Pointer): { start: number; end: number } | undefined {
  const { depth, start, end } = findPlace(text, pointer);
  return depth === pointer.length && start < end ? { start, end } : undefined;
}

function findPlace(text: string, pointer: Pointer): Place {
  let best: Place = { depth: 0, start: 0, end: 0, label: 0 };
  const offer = (place: Place): void => {
    if (place.depth > best.depth) best = place;
  };
  const tables = new ArrayTables();
  let table: Pointer = [];
  for (let at = skipTomlBlank(text, 0); at < text.length; at = skipTomlBlank(text, at)) {
    HEADER.lastIndex = at;
    const header = HEADER.exec(text);
    if (header) {
      table = tables.enter(splitTomlKey(header[2] ?? ''), header[1] === '[[');
      if (isOnTheWay(table, pointer)) offer({ depth: table.length, start: at, end: at, label: at });
      at = lineEnd(text, at);
      continue;
    }
    const key = tomlKey(text, at);
    if (!key) {
      at = lineEnd(text, at) + 1;
      continue;
    }
    const value = tomlValue(text, key.valueStart);
    const path = [...table, ...key.path];
    if (isOnTheWay(path, pointer)) offer(descend(value, pointer, path.length, at));
    at = Math.max(value.end, key.valueStart);
  }
  return best;
}

function isOnTheWay(path: Pointer, pointer: Pointer): boolean {
  return path.length <= pointer.length && path.every((step, index) => step === pointer[index]);
}

/** Follows the rest of a pointer into arrays and inline tables. */
function descend(value: TomlValue, pointer: Pointer, depth: number, label: number): Place {
  const step = pointer[depth];
  const here = { depth, start: value.start, end: value.end, label };
  if (typeof step === 'number') {
    const item = value.items[step];
    return item ? descend(item, pointer, depth + 1, item.start) : here;
  }
  const field = value.fields.find(({ path }) => path.every((key, index) => key === pointer[depth + index]));
  return field ? descend(field.value, pointer, depth + field.path.length, field.value.start) : here;
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

function lineEnd(text: string, from: number): number {
  const newline = text.indexOf('\n', from);
  return newline === -1 ? text.length : newline;
}
