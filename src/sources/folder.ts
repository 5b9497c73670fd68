import { createHash } from 'node:crypto';
import { constants, readFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readHistory } from './history.ts';
import { permalink, webRepository } from './permalink.ts';
import { resolveCommit } from './ref.ts';
import { findRepository, remoteUrl, type Repository } from './repository.ts';
import { SourceError } from './source-error.ts';
import type { Source, SourceFile, SourceRepository, SourceSpec } from './source.ts';
import { listBlobIds } from './tree.ts';
import { listFolder, reasonOf } from './walk.ts';

/** A link, or a pipe nobody writes to, that took the place of a file since it was listed is neither followed nor waited for. */
const READ = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;

/** Bytes of content kept from hashing; beyond it files are read again when asked for. */
const KEPT_BYTES = 16 * 1024 * 1024;

/**
 * Opens a folder as it is on disk, uncommitted changes included. Symbolic links, `.git` and `node_modules` are left
 * out. Inside a Git work tree, commit, history and links come from HEAD.
 */
export async function openFolder(spec: SourceSpec, folder: string, cacheDir: string): Promise<Source> {
  assertFolder(spec, folder);
  const committed = committedState(folder);
  const { files: listed, unreadable, links } = listFolder(folder, spec);
  const contents = new Map<string, Buffer>();
  const files: SourceFile[] = [];
  const skipped: SourceFile[] = [];
  let kept = 0;
  for (const { path, size } of listed) {
    if (size > spec.maxBytes) {
      skipped.push({ path, id: '', size });
      continue;
    }
    try {
      const bytes = readFileSync(join(folder, path), { flag: READ });
      const file = { path, id: blobId(bytes), size: bytes.length };
      if (file.size > spec.maxBytes) {
        skipped.push(file);
        continue;
      }
      files.push(file);
      kept += bytes.length;
      if (kept <= KEPT_BYTES) contents.set(file.id, bytes);
    } catch (error) {
      unreadable.push({ path, reason: reasonOf(error) });
    }
  }
  const state = await committed;
  const ids = new Map(files.map(({ path, id }) => [path, id]));
  return {
    spec,
    ...(state === undefined ? {} : { commit: state.commit, commitDate: state.date }),
    ...(state !== undefined && state.tree.size > 0 && { repository: placeIn(state.repository) }),
    ...(state?.web && { web: { repository: state.web, prefix: state.repository.prefix } }),
    files,
    skipped,
    unreadable,
    links,
    async *read(wanted) {
      for (const file of wanted) {
        yield { file, bytes: contents.get(file.id) ?? (await readAgain(folder, file)) };
      }
    },
    permalink(path, lines) {
      const committed = state?.tree.get(path);
      if (state?.web === undefined || committed === undefined) return undefined;
      // Lines of a file changed since the commit are other lines there.
      const exact = committed === ids.get(path) ? lines : undefined;
      return permalink(state.web, state.commit, state.repository.prefix + path, exact);
    },
    async history() {
      if (state === undefined || state.repository.shallow) return new Map();
      const { gitDir, prefix } = state.repository;
      const scope = {
        gitDir,
        commit: state.commit,
        folder: prefix.replace(/\/$/, ''),
        paths: [...state.tree.keys()],
      };
      return await readHistory(scope, cacheDir);
    },
  };
}

function assertFolder(spec: SourceSpec, folder: string): void {
  const stat = statSync(folder, { throwIfNoEntry: false });
  if (stat?.isDirectory() === true) return;
  throw new SourceError(
    'missing',
    stat === undefined ? `The folder ${folder} does not exist` : `${folder} is not a folder`,
    `Correct \`path\` of the source \`${spec.name}\`; it is relative to the config file. A bundle or a bare repository goes under \`git\`.`,
  );
}

function placeIn({ gitDir, prefix, shallow }: Repository): SourceRepository {
  return { gitDir, folder: prefix.replace(/\/$/, ''), shallow };
}

interface CommittedState {
  repository: Repository;
  commit: string;
  date: string;
  web: ReturnType<typeof webRepository>;
  /** Path inside the folder → blob id at HEAD. */
  tree: ReadonlyMap<string, string>;
}

/** What HEAD says of a folder; undefined outside Git, before the first commit, and without Git on the machine. */
async function committedState(folder: string): Promise<CommittedState | undefined> {
  try {
    const repository = await findRepository(folder);
    if (repository === undefined) return undefined;
    const { gitDir, prefix } = repository;
    const [head, remote] = await Promise.all([resolveCommit(gitDir, 'HEAD'), remoteUrl(gitDir)]);
    if (head === undefined) return undefined;
    return {
      repository,
      commit: head.id,
      date: head.date,
      web: remote === undefined ? undefined : webRepository(remote),
      tree: await listBlobIds(gitDir, head.id, prefix.replace(/\/$/, '')),
    };
  } catch (error) {
    if (error instanceof SourceError && error.kind === 'missing') return undefined;
    throw error;
  }
}

/** The id Git gives a blob, in a repository of SHA-1 objects. */
export function blobId(bytes: Uint8Array): string {
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** What is kept by a file's id must be of that content. */
async function readAgain(folder: string, { path, id }: SourceFile): Promise<Buffer> {
  const file = join(folder, path);
  const bytes = await readFile(file, { flag: READ }).catch((cause: unknown) => {
    throw new SourceError('unreadable', `${file} cannot be read any more: ${reasonOf(cause)}`, 'Run again.', {
      cause,
    });
  });
  if (blobId(bytes) === id) return bytes;
  throw new SourceError('unreadable', `${file} was changed while it was read`, 'Run again.');
}
