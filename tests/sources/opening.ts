import { openSource, type OpenOptions } from '../../src/sources/open.ts';
import type { Source, SourceSpec } from '../../src/sources/source.ts';
import { temporaryFolder } from '../git-repository.ts';

/** Opens a source with the defaults of a config and a cache of its own. */
export async function open(spec: Partial<SourceSpec>, options: Partial<OpenOptions> = {}): Promise<Source> {
  const defaults: SourceSpec = {
    name: 'team',
    role: 'deployed',
    include: ['**'],
    exclude: [],
    maxBytes: 1_048_576,
    own: false,
  };
  return await openSource(
    { ...defaults, ...spec },
    { cacheDir: options.cacheDir ?? temporaryFolder(), fullHistory: false, ...options },
  );
}

export function paths(source: Source): string[] {
  return source.files.map(({ path }) => path);
}

/** Path → text of every selected file. */
export async function texts(source: Source): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for await (const { file, bytes } of source.read(source.files))
    found[file.path] = Buffer.from(bytes).toString();
  return found;
}
