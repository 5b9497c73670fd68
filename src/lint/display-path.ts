import { isAbsolute, join, relative } from 'node:path';
import type { Source } from '../sources/source.ts';
import { CONFIG_SOURCE } from '../workspace/config-source.ts';
import type { FindingPlace } from './reporter.ts';

/**
 * How findings name their files: a file of a folder source relative to `cwd`, so that a terminal or an editor
 * can open it; a file that only Git has as `source:path`. Forward slashes on every system.
 *
 * @param cwd Absolute.
 * @param configFolder Absolute; what findings about the config are relative to.
 */
export function displayPaths(
  sources: readonly Pick<Source, 'spec'>[],
  cwd: string,
  configFolder?: string,
): (finding: FindingPlace) => string {
  const folders = new Map(
    sources.flatMap(({ spec }) => (spec.path === undefined ? [] : [[spec.name, spec.path] as const])),
  );
  if (configFolder !== undefined) folders.set(CONFIG_SOURCE, configFolder);
  return ({ source, path }) => {
    const folder = folders.get(source);
    return folder === undefined
      ? `${source}:${path}`
      : relative(cwd, join(folder, path)).replaceAll('\\', '/');
  };
}

/**
 * Where files of findings lie in the repository a review is about, as annotations of GitHub and GitLab name them;
 * undefined for a file of another repository.
 *
 * @param root Absolute path of the repository's working tree.
 * @param configFolder Absolute.
 */
export function repositoryPaths(
  sources: readonly Pick<Source, 'spec'>[],
  root: string,
  configFolder: string,
): (finding: FindingPlace) => string | undefined {
  const pathFrom = displayPaths(sources, root, configFolder);
  // A source may be the repository itself, read at a ref.
  const own = new Set(sources.filter(({ spec }) => spec.git === root).map(({ spec }) => spec.name));
  const elsewhere = new Set(
    sources.filter(({ spec }) => spec.path === undefined).map(({ spec }) => spec.name),
  );
  return (place) => {
    if (own.has(place.source)) return place.path;
    if (elsewhere.has(place.source)) return undefined;
    const path = pathFrom(place);
    return path.startsWith('../') || isAbsolute(path) ? undefined : path;
  };
}
