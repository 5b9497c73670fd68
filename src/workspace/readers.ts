import { lazy } from '../attack/lazy.ts';
import type { DeferredReader, Reader } from '../readers/reader.ts';

type Readers = readonly (Reader | DeferredReader)[];

const FAMILIES: readonly (readonly [extensions: readonly string[], load: () => Promise<Readers>])[] = [
  [['.yml', '.yaml'], async () => (await import('./formats/yaml.ts')).READERS],
  [['.json', '.ndjson', '.jsonl'], async () => (await import('./formats/json.ts')).READERS],
  [['.md', '.mdx', '.markdown'], async () => (await import('./formats/markdown.ts')).READERS],
  [['.toml'], async () => (await import('./formats/toml.ts')).READERS],
  [['.csv'], async () => (await import('./formats/csv.ts')).READERS],
  [
    ['.yaral', '.rules', '.xml', '.sql', '.kql', '.kusto'],
    async () => (await import('./formats/own-syntax.ts')).READERS,
  ],
];

const BY_EXTENSION = new Map(
  FAMILIES.flatMap(([extensions, load]) =>
    extensions.map((extension) => {
      const readers = async (): Promise<Readers> =>
        (await load()).filter((reader) => reader.extensions.includes(extension));
      return [extension, lazy(readers)] as const;
    }),
  ),
);

/**
 * The readers of files with this extension, in the order of recognition: the first that recognises a file reads it. They
 * are loaded when they are asked for: a repository has files of one or two kinds.
 *
 * @param extension Lower case, with the dot.
 */
export async function readersOf(extension: string): Promise<Readers> {
  return (await BY_EXTENSION.get(extension)?.()) ?? [];
}
