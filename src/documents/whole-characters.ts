/** An escape for half of a character that takes two units of UTF-16: `\ud83e`. */
const HALF = /\\u(?:0000)?d[89a-f]/i;

/**
 * Data whose texts hold whole characters only. YAML and JSON can write half of one as an escape, which no UTF-8 file
 * can hold: what is written out would be another text than what was read. A half becomes U+FFFD, as any bytes do that
 * are no character.
 *
 * @param text What the data was parsed from: most hold no such escape, and their data is given as it is.
 */
export function wholeCharacters(data: unknown, text: string): unknown {
  return HALF.test(text) ? mended(data, new Map()) : data;
}

/** @param known What an alias stands for, so that it is mended once. */
function mended(value: unknown, known: Map<object, unknown>): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (typeof value !== 'object' || value === null) return value;
  if (known.has(value)) return known.get(value);
  let whole: unknown = value;
  if (Array.isArray(value)) whole = value.map((item) => mended(item, known));
  else if (isPlain(value))
    whole = Object.fromEntries(
      Object.entries(value).map(([key, item]) => [key.toWellFormed(), mended(item, known)]),
    );
  known.set(value, whole);
  return whole;
}

/** A table, and no date. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
