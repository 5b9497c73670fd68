import { existsSync } from 'node:fs';
import { isAbsolute, relative, resolve } from 'node:path';
import type { SourceSpec } from '../sources/source.ts';
import type { Config } from './config.ts';

/** The sources of a config as `openSource` wants them: paths absolute, limits filled in. */
export function sourceSpecs(config: Config): SourceSpec[] {
  return config.sources.map((source) => ({
    name: source.name,
    role: source.role,
    include: source.include,
    exclude: source.exclude,
    maxBytes: config.limits.fileSize,
    own: source.path !== undefined && isInside(config.root, resolve(config.root, source.path)),
    ...(source.path !== undefined && { path: resolve(config.root, source.path) }),
    ...(source.git !== undefined && { git: gitLocation(config.root, source.git) }),
    ...(source.ref !== undefined && { ref: source.ref }),
  }));
}

/** Whether a folder is the root or lies in it; only there may MDX run. */
function isInside(root: string, folder: string): boolean {
  const way = relative(root, folder);
  return !way.startsWith('..') && !isAbsolute(way);
}

/** A local repository or bundle is named relative to the config; anything that is not there is taken as a URL. */
function gitLocation(root: string, git: string): string {
  const local = resolve(root, git);
  return /^[a-z+]+:\/\//i.test(git) || !existsSync(local) ? git : local;
}
