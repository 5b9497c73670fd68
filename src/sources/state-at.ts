import { readBlobs } from './cat-file.ts';
import { pathFilter, selectFiles } from './glob.ts';
import { tryGit } from './git.ts';
import { readPastHistory } from './history.ts';
import { permalink } from './permalink.ts';
import type { Commit } from './ref.ts';
import type { Source, SourceRepository, SourceSpec } from './source.ts';
import { parseTree, type Tree } from './tree.ts';

/**
 * A source as it was at a commit, of its own folder, globs and size limit, read from the object database: no checkout,
 * no work tree. A folder the commit does not have holds nothing.
 *
 * @param web Where files link to; without it they link nowhere.
 */
export async function openStateAt(
  spec: SourceSpec,
  repository: SourceRepository,
  { id, date }: Commit,
  web?: NonNullable<Source['web']>,
): Promise<Source> {
  const { gitDir, folder } = repository;
  const isOurs = pathFilter([], spec.path === undefined ? [] : ['**/node_modules/**']);
  const tree = await treeAt(gitDir, `${id}:${folder}`);
  const all = tree.files.filter(({ path }) => isOurs(path));
  const { files, skipped, absent } = selectFiles(all, spec);
  return {
    spec,
    commit: id,
    commitDate: date,
    repository,
    ...(web && { web }),
    files,
    skipped,
    unreadable: absent.map(({ path }) => ({
      path,
      reason: 'its object is not in the repository (partial or damaged clone)',
    })),
    links: tree.links.filter(pathFilter(spec.include, spec.exclude)).sort(),
    async *read(wanted) {
      const ids = wanted.map((file) => file.id);
      let index = 0;
      for await (const bytes of readBlobs(gitDir, ids)) {
        const file = wanted[index++];
        if (file !== undefined) yield { file, bytes };
      }
    },
    permalink: (path, lines) => (web ? permalink(web.repository, id, web.prefix + path, lines) : undefined),
    history: async () =>
      repository.shallow
        ? new Map()
        : await readPastHistory({ gitDir, commit: id, folder, paths: all.map(({ path }) => path) }),
  };
}

/** Git gives no sizes, and no listing, as soon as one file's object is missing: then none of them can be relied on. */
async function treeAt(gitDir: string, folder: string): Promise<Tree> {
  const listing = await tryGit(['ls-tree', '-r', '-l', '-z', folder], { gitDir });
  if (listing !== undefined) return parseTree(listing.toString());
  const names = await tryGit(['ls-tree', '-r', '-z', folder], { gitDir });
  const { files, links } = parseTree(names?.toString() ?? '');
  return { files: files.map((file) => ({ ...file, size: Number.NaN })), links };
}
