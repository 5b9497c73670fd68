import { tryGit } from './git.ts';
import type { SourceFile } from './source.ts';

/** Modes of regular files. Symbolic links (120000) and submodules (160000) are not content. */
const FILE_MODES = new Set(['100644', '100755', '100664']);

/**
 * All regular files of a commit, or of one folder of it (`rules/windows`), paths relative to that folder.
 * Undefined when the commit has no such folder. A file whose object is not in the repository has size NaN.
 */
export async function listTree(
  gitDir: string,
  commit: string,
  folder = '',
): Promise<SourceFile[] | undefined> {
  const listing = await tryGit(['ls-tree', '-r', '-l', '-z', `${commit}:${folder}`], { gitDir });
  return listing === undefined ? undefined : parseTree(listing.toString());
}

/** Reads the output of `git ls-tree -r -l -z`: `<mode> <type> <id> <size, padded>\t<path>\0`. */
export function parseTree(listing: string): SourceFile[] {
  const files: SourceFile[] = [];
  for (const record of listing.split('\0')) {
    const tab = record.indexOf('\t');
    const [mode = '', , id = '', size = ''] = record.slice(0, tab).split(/ +/);
    const path = record.slice(tab + 1);
    if (tab > 0 && FILE_MODES.has(mode) && isPlainPath(path)) files.push({ path, id, size: Number(size) });
  }
  return files;
}

/** A tree made by hand can hold names such as `..`; no honest one does. */
function isPlainPath(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
