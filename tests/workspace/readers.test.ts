import { expect, test } from 'vitest';
import { PARSED_EXTENSIONS } from '../../src/documents/extensions.ts';
import { syntaxOf } from '../../src/documents/syntaxes.ts';
import { READERS, READERS_BY_EXTENSION } from '../readers.ts';

test.each(READERS.map((reader) => [reader.id, reader] as const))(
  '%s is asked of files with each of its extensions',
  (_id, reader) => {
    const asked = [...READERS_BY_EXTENSION].filter(([, readers]) => readers.includes(reader));
    expect(asked.map(([extension]) => extension).sort()).toEqual([...reader.extensions].sort());
  },
);

test.each([...PARSED_EXTENSIONS])('files ending in %s have a parser and readers', async (extension) => {
  expect(await syntaxOf(extension)).toBeTypeOf('function');
  expect(READERS_BY_EXTENSION.get(extension)).not.toEqual([]);
});

test('files with other extensions have neither', async () => {
  expect(await syntaxOf('.exe')).toBeUndefined();
});
