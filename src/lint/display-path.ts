import { join, relative } from 'node:path';
import type { Finding } from '../findings/finding.ts';
import type { Source } from '../sources/source.ts';
import { CONFIG_SOURCE } from '../workspace/config-source.ts';

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
): (finding: Pick<Finding, 'source' | 'path'>) => string {
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
