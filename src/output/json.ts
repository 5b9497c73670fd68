/** JSON as every file of the output holds it: for machines, so compact; a newline at the end. Keys keep the order they were set in. */
export function toJson(value: object): string {
  return [...jsonLine(value)].join('');
}

/** The same in pieces. */
export function* jsonLine(value: object): Generator<string, void> {
  yield* jsonPieces(value);
  yield '\n';
}

/**
 * Compact JSON in pieces: what is listed in it, or in one of its properties, an entry at a time. V8 fetches memory for
 * each long text, and for the JSON it is made from; short ones take no more than is there.
 *
 * @param value Plain data, without a `toJSON` of its own.
 */
export function jsonPieces(value: object): Generator<string, void> {
  return Array.isArray(value) ? listPieces(value) : recordPieces(value);
}

function* recordPieces(record: object): Generator<string, void> {
  let before = '{';
  for (const [key, value] of Object.entries(record) as [string, unknown][]) {
    const name = `${before}${JSON.stringify(key)}:`;
    if (Array.isArray(value)) {
      yield name;
      yield* listPieces(value);
    } else {
      const json = JSON.stringify(value) as string | undefined;
      if (json === undefined) continue;
      yield name + json;
    }
    before = ',';
  }
  yield before === '{' ? '{}' : '}';
}

function* listPieces(list: readonly unknown[]): Generator<string, void> {
  let before = '[';
  for (const value of list) {
    yield before + ((JSON.stringify(value) as string | undefined) ?? 'null');
    before = ',';
  }
  yield before === '[' ? '[]' : ']';
}
