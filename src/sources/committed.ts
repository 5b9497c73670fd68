import { readBlobs } from './cat-file.ts';
import { pathFilter, selectFiles } from './glob.ts';
import { readHistory } from './history.ts';
import { permalink, webRepository } from './permalink.ts';
import type { Commit } from './ref.ts';
import { SourceError } from './source-error.ts';
import type { Source, SourceSpec } from './source.ts';
import { listTree } from './tree.ts';

export interface CommittedOptions {
  gitDir: string;
  commit: Commit;
  shallow: boolean;
  /** URL the repository came from; where links lead. */
  remote: string | undefined;
  cacheDir: string;
}

/** Opens the files of a commit, read from the object database. */
export async function openCommit(spec: SourceSpec, options: CommittedOptions): Promise<Source> {
  const { gitDir, commit, shallow, remote, cacheDir } = options;
  const tree = await listTree(gitDir, commit.id);
  if (tree === undefined) {
    throw new SourceError(
      'unreadable',
      `The files of commit ${commit.id} in ${gitDir} cannot be listed`,
      'In a clone made with `--filter`, fetch what it lacks (`git fetch --refetch --no-filter`); otherwise run `git fsck`.',
    );
  }
  const web = remote === undefined ? undefined : webRepository(remote);
  const { files: selected, skipped, absent } = selectFiles(tree.files, spec);
  const isSelected = pathFilter(spec.include, spec.exclude);
  return {
    spec,
    commit: commit.id,
    commitDate: commit.date,
    repository: { gitDir, folder: '', shallow },
    ...(web && { web: { repository: web, prefix: '' } }),
    files: selected,
    skipped,
    links: tree.links.filter(isSelected).sort(),
    unreadable: absent.map(({ path }) => ({
      path,
      reason: 'its object is not in the repository (partial or damaged clone)',
    })),
    async *read(files) {
      const contents = readBlobs(
        gitDir,
        files.map(({ id }) => id),
      );
      let index = 0;
      for await (const bytes of contents) {
        const file = files[index++];
        if (file !== undefined) yield { file, bytes };
      }
    },
    permalink: (path, lines) => (web === undefined ? undefined : permalink(web, commit.id, path, lines)),
    async history() {
      if (shallow) return new Map();
      const paths = tree.files.map(({ path }) => path);
      return await readHistory({ gitDir, commit: commit.id, folder: '', paths }, cacheDir);
    },
  };
}
