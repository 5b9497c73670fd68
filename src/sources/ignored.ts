import { tryGit } from './git.ts';

/**
 * Whether Git ignores a file of a folder (path relative to it) and does not track it: no commit can hold it.
 * Nothing is ignored where Git cannot say.
 */
export async function ignoredFiles(folder: string): Promise<(path: string) => boolean> {
  const args = ['ls-files', '--others', '--ignored', '--exclude-standard', '--directory', '-z'];
  const listing = (await tryGit(args, { directory: folder }))?.toString() ?? '';
  const paths = listing.split('\0').filter((path) => path !== '');
  const files = new Set(paths.filter((path) => !path.endsWith('/')));
  const folders = new Set(paths.filter((path) => path.endsWith('/')));
  return (path) => files.has(path) || (folders.size > 0 && foldersOf(path).some((one) => folders.has(one)));
}

/** `a/b/c.yml` → `a/`, `a/b/`. */
function foldersOf(path: string): string[] {
  const parts = path.split('/').slice(0, -1);
  return parts.map((_, index) => `${parts.slice(0, index + 1).join('/')}/`);
}
