import { PARSED_EXTENSIONS } from '../src/documents/extensions.ts';
import { loadReader, type Reader } from '../src/readers/reader.ts';
import { readersOf } from '../src/workspace/readers.ts';

/** Every reader by the extensions of its files, in the order of recognition, all of them loaded. */
export const READERS_BY_EXTENSION: ReadonlyMap<string, readonly Reader[]> = new Map(
  await Promise.all(
    [...PARSED_EXTENSIONS].map(
      async (extension) =>
        [extension, await Promise.all((await readersOf(extension)).map(loadReader))] as const,
    ),
  ),
);

/** Every reader. */
export const READERS: readonly Reader[] = [...new Set([...READERS_BY_EXTENSION.values()].flat())];
