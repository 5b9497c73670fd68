import { tryGit } from './git.ts';

/**
 * Files Git takes for renamed between two states: path before → path after, from the root of the repository. Of the
 * work tree only what is in the index: looking at its files would run the filters the repository's config names.
 *
 * @param to A commit; the index without one.
 */
export async function listRenames(
  gitDir: string,
  from: string,
  to: string | undefined,
): Promise<Map<string, string>> {
  const shape = ['-r', '--find-renames', '--diff-filter=R', '--name-status', '-z', '--no-ext-diff'];
  const args =
    to === undefined ? ['diff-index', '--cached', ...shape, from] : ['diff-tree', ...shape, from, to];
  return parseRenames((await tryGit([...args, '--'], { gitDir }))?.toString() ?? '');
}

/** Reads `R<percent>\0<before>\0<after>\0…`. */
export function parseRenames(listing: string): Map<string, string> {
  const records = listing.split('\0');
  const renames = new Map<string, string>();
  for (let index = 0; index + 2 < records.length; index += 3) {
    const [before, after] = [records[index + 1], records[index + 2]];
    if (before && after) renames.set(before, after);
  }
  return renames;
}
