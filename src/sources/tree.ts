import { tryGit } from './git.ts';
import type { SourceFile } from './source.ts';

/** Modes of regular files. Symbolic links (120000) and submodules (160000) are not content. */
const FILE_MODES = new Set(['100644', '100755', '100664']);

/**
 * All regular files of a commit, by paths from its root; undefined when Git cannot list them. A file whose object is
 * not in the repository has size NaN.
 */
export async function listTree(gitDir: string, commit: string): Promise<SourceFile[] | undefined> {
  const listing = await tryGit(['ls-tree', '-r', '-l', '-z', commit], { gitDir });
  return listing === undefined ? undefined : parseTree(listing.toString());
}

/**
 * Path → blob id of the regular files in one folder of a commit (`rules/windows`), paths relative to the folder; empty
 * when the commit has no such folder. Asks for no sizes, so a clone without its blobs answers as well.
 */
export async function listBlobIds(
  gitDir: string,
  commit: string,
  folder: string,
): Promise<Map<string, string>> {
  const listing = await tryGit(['ls-tree', '-r', '-z', `${commit}:${folder}`], { gitDir });
  return new Map(parseTree(listing?.toString() ?? '').map(({ path, id }) => [path, id]));
}

/** Reads the output of `git ls-tree -r -z`: `<mode> <type> <id>[ <size, padded>]\t<path>\0`. */
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
