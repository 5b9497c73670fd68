import { survey, type Survey } from '../init/survey.ts';
import { openSource } from '../sources/open.ts';
import { findRepository, remoteUrl } from '../sources/repository.ts';
import type { SourceSpec } from '../sources/source.ts';
import { openContentCache } from '../workspace/content-cache.ts';
import { readContent } from '../workspace/read-content.ts';
import { readerVersion } from '../workspace/reader-version.ts';

/** What stands in a folder before there is a config. */
export interface FoundRepository {
  found: Survey;
  /** Every file, relative to the folder. */
  paths: string[];
  /** URL of the Git remote. */
  remote: string | undefined;
  /** Whether the folder lies below the top of a repository. */
  isBelowTop: boolean;
}

/** Reads every file of a folder with all the readers there are. */
export async function readRepository(folder: string, cacheDir: string): Promise<FoundRepository> {
  const spec: SourceSpec = {
    name: 'repository',
    role: 'deployed',
    path: folder,
    include: ['**'],
    exclude: [],
    maxBytes: 1_048_576,
    own: true,
  };
  const source = await openSource(spec, { cacheDir, fullHistory: false });
  const cache = openContentCache(cacheDir, spec, readerVersion());
  const contents = await readContent(source, cache);
  cache.save();
  const repository = await findRepository(folder);
  return {
    found: survey(contents.map(({ file, content }) => ({ path: file.path, content }))),
    paths: source.files.map(({ path }) => path),
    remote: repository && (await remoteUrl(repository.gitDir)),
    isBelowTop: repository !== undefined && !repository.top,
  };
}
