import { tryGit } from './git.ts';
import { oddGit } from './git-patience.ts';
import type { SourceFile } from './source.ts';

/** Modes of regular files. Symbolic links (120000) and submodules (160000) are not content. */
const FILE_MODES = new Set(['100644', '100755', '100664']);

const ENTRY = /^(\d{6}) [a-z]+ ([0-9a-f]{40,64})(?: +(\S+))?\t([^]*)$/;

/** What a tree holds, by paths from its root. */
export interface Tree {
  /** A file whose object is not in the repository has size NaN. */
  files: SourceFile[];
  /** Symbolic links and submodules. */
  links: string[];
}

/** Everything in a commit; undefined when Git cannot list it. */
export async function listTree(gitDir: string, commit: string): Promise<Tree | undefined> {
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
  return new Map(parseTree(listing?.toString() ?? '').files.map(({ path, id }) => [path, id]));
}

/**
 * Reads the output of `git ls-tree -r -z`: `<mode> <type> <id>[ <size, padded>]\t<path>\0`.
 *
 * @throws SourceError for what is nothing of the kind: a file left out of a listing would be missed by nobody.
 */
export function parseTree(listing: string): Tree {
  const tree: Tree = { files: [], links: [] };
  for (const record of listing.split('\0')) {
    if (record === '') continue;
    const [, mode = '', id = '', size = '', path = ''] = ENTRY.exec(record) ?? [];
    if (id === '') throw oddGit('ls-tree', record);
    if (!isPlainPath(path)) continue;
    if (FILE_MODES.has(mode)) tree.files.push({ path, id, size: Number(size) });
    else tree.links.push(path);
  }
  return tree;
}

/** A tree made by hand can hold names such as `..`; no honest one does. */
function isPlainPath(path: string): boolean {
  return path.split('/').every((part) => part !== '' && part !== '.' && part !== '..');
}
