/** What people and tools leave in the place of a value. */
const ODD_VALUES = [
  '',
  'null',
  '[]',
  '{}',
  '5',
  'true',
  '"x"',
  '[[1], {}, null]',
  '{"a": {"b": ["c"]}}',
  '"',
];

/**
 * A text with one thing wrong in each copy: a line missing, the text cut off in the middle of a line, an odd value in
 * the place of a line's own.
 */
export function* damagedCopies(text: string): Generator<string> {
  const lines = text.split('\n');
  for (const [index, line] of lines.entries()) {
    const around = (...between: string[]) =>
      [...lines.slice(0, index), ...between, ...lines.slice(index + 1)].join('\n');
    yield around();
    yield [...lines.slice(0, index), line.slice(0, line.length / 2)].join('\n');
    const value = /^([\s"\w$-]+: )(.*?)(,?)$/.exec(line) ?? /^(\s*- |\s+(?="))(.*?)(,?)$/.exec(line);
    if (!value) continue;
    const [, before = '', , comma = ''] = value;
    for (const odd of ODD_VALUES) yield around(`${before}${odd}${comma}`);
  }
}
