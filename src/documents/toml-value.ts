/** A value of a TOML text by its offsets (`end` exclusive), with what stands inside it. */
export interface TomlValue {
  start: number;
  end: number;
  /** Of an array, in order. */
  items: TomlValue[];
  /** Of an inline table: keys split at their dots. */
  fields: { path: string[]; value: TomlValue }[];
}

/** A key with its `=`, to be matched at one offset. */
const KEY = /((?:"[^"\n]*"|'[^'\n]*'|[\w-]+)(?:[ \t]*\.[ \t]*(?:"[^"\n]*"|'[^'\n]*'|[\w-]+))*)[ \t]*=[ \t]*/y;
const BLANK = /(?:[ \t\r\n]+|#[^\n]*)*/y;
const BARE = /[^,\]}#\n]*/y;

/** Nothing nested deeper than this was written by a person. */
const MAX_DEPTH = 50;

/** Reads the value that begins at an offset; text that is no TOML gives some value and never an error. */
export function tomlValue(text: string, start: number, depth = 0): TomlValue {
  const value: TomlValue = { start, end: start, items: [], fields: [] };
  const first = text[start];
  if (first === '[' && depth < MAX_DEPTH) readArray(text, value, depth);
  else if (first === '{' && depth < MAX_DEPTH) readTable(text, value, depth);
  else if (first === '"' || first === "'") value.end = stringEnd(text, start, first);
  else value.end = start + matchAt(BARE, text, start).trimEnd().length;
  return value;
}

/** The offset after white space, line ends and comments. */
export function skipTomlBlank(text: string, at: number): number {
  return at + matchAt(BLANK, text, at).length;
}

/** The key at an offset, split at its dots, and where its value starts; undefined when there is none. */
export function tomlKey(text: string, at: number): { path: string[]; valueStart: number } | undefined {
  KEY.lastIndex = at;
  const key = KEY.exec(text);
  return key ? { path: splitTomlKey(key[1] ?? ''), valueStart: at + key[0].length } : undefined;
}

/** `a."b.c"` → `a`, `b.c` */
export function splitTomlKey(written: string): string[] {
  return [...written.matchAll(/"([^"]*)"|'([^']*)'|([\w-]+)/g)].map(
    (part) => part[1] ?? part[2] ?? part[3] ?? '',
  );
}

function readArray(text: string, array: TomlValue, depth: number): void {
  let at = skipTomlBlank(text, array.start + 1);
  while (at < text.length && text[at] !== ']') {
    const item = tomlValue(text, at, depth + 1);
    array.items.push(item);
    // What is no value must not be looked at for ever.
    at = skipTomlBlank(text, Math.max(item.end, at + 1));
    if (text[at] === ',') at = skipTomlBlank(text, at + 1);
  }
  array.end = Math.min(at + 1, text.length);
}

function readTable(text: string, table: TomlValue, depth: number): void {
  let at = skipTomlBlank(text, table.start + 1);
  while (at < text.length && text[at] !== '}') {
    const key = tomlKey(text, at);
    if (!key) break;
    const value = tomlValue(text, key.valueStart, depth + 1);
    table.fields.push({ path: key.path, value });
    at = skipTomlBlank(text, Math.max(value.end, at + 1));
    if (text[at] === ',') at = skipTomlBlank(text, at + 1);
  }
  table.end = Math.min(at + 1, text.length);
}

/** Behind the closing quotes; a string that is never closed ends with its line, or with the text. */
function stringEnd(text: string, start: number, quote: '"' | "'"): number {
  const isLong = text.startsWith(quote.repeat(3), start);
  let at = start + (isLong ? 3 : 1);
  for (; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\' && quote === '"') at += 1;
    else if (!isLong && character === '\n') return at;
    else if (character === quote && (!isLong || text.startsWith(quote.repeat(3), at))) break;
  }
  at += isLong ? 3 : 1;
  // A long string may end in one or two quotes of its own.
  while (isLong && text[at] === quote && at < text.length) at += 1;
  return Math.min(at, text.length);
}

function matchAt(pattern: RegExp, text: string, at: number): string {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0] ?? '';
}
