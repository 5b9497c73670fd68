import type { Root } from 'mdast';

/** A tree that holds a text as one block of code, which shows all of it and follows nothing in it. */
export function asSource(text: string): Root {
  const lines = text.split('\n');
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: lines.length, column: (lines.at(-1)?.length ?? 0) + 1, offset: text.length },
  };
  return { type: 'root', children: [{ type: 'code', value: text, position }], position };
}
