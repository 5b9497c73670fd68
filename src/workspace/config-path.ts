import { relative } from 'node:path';
import { join } from 'node:path/posix';
import type { SourceSpec } from '../sources/source.ts';

/**
 * A file of a source as globs of a config name it: relative to the config's folder; in a Git repository, relative to
 * that. Forward slashes.
 *
 * @param root Absolute path of the config's folder.
 */
export function configPath(root: string, spec: Pick<SourceSpec, 'path'>, path: string): string {
  return spec.path === undefined ? path : join(relative(root, spec.path).replaceAll('\\', '/'), path);
}
