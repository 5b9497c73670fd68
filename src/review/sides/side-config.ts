import { join, posix } from 'node:path';
import { decodeText } from '../../documents/decode.ts';
import { readFileAt } from '../../sources/file-at.ts';
import { listRenames } from '../../sources/renames.ts';
import { ConfigError } from '../../workspace/config-error.ts';
import type { Config } from '../../workspace/config.ts';
import { CONFIG_NAME, loadConfig, parseConfig } from '../../workspace/load-config.ts';
import { pathInRepository, type ReviewedRepository } from './repository.ts';

/** The config of a side, and where it came from. */
export interface SideConfig {
  config: Config;
  /** From the top of the repository; absent where the side has none of its own. */
  path?: string;
  /** What is to be said of it. */
  notes: string[];
}

/**
 * The head's config: of the working tree, or of the head's commit. One that no commit holds yet is taken from the
 * working tree.
 *
 * @param file Absolute path.
 * @param commit Absent for the working tree.
 * @throws ConfigError when it is wrong, or nowhere.
 */
export async function headConfig(
  repository: ReviewedRepository,
  file: string,
  commit: string | undefined,
): Promise<SideConfig> {
  const path = pathInRepository(repository, file) ?? '';
  const text = commit === undefined ? undefined : await textAt(repository, commit, path);
  if (text !== undefined) return { config: await parseConfig(text, file), path, notes: [] };
  const config = await loadConfig(file);
  if (commit === undefined) return { config, path, notes: [] };
  return {
    config,
    notes: [`The head has no ${path}: its sources are read as the one in the working tree says.`],
  };
}

/**
 * The base's config: at the head's path, or where Git says that it was before. A base without one, or with one that
 * cannot be read, is read with the head's, since the content is there all the same.
 *
 * @param head Commit of the head; absent for the working tree.
 */
export async function baseConfig(
  repository: ReviewedRepository,
  base: string,
  head: { config: Config; commit?: string },
): Promise<SideConfig> {
  const path = pathInRepository(repository, head.config.file) ?? '';
  let text = await textAt(repository, base, path);
  let at = path;
  if (text === undefined) {
    const before = await pathBefore(repository, base, head.commit, path);
    if (before === undefined) {
      const note = `The base has no ${path}: its content is read with the head's config.`;
      return { config: head.config, notes: [note] };
    }
    text = await textAt(repository, base, before);
    at = before;
  }
  try {
    const config = await parseConfig(text ?? '', join(repository.top, at));
    const notes = at === path ? [] : [`The config was ${at} at the base, and is ${path} now.`];
    return { config, path: at, notes };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    const [first = ''] = error.message.replaceAll(join(repository.top, '/'), '').split('\n');
    const note = `The base's config is wrong (${first}): its content is read with the head's.`;
    return { config: head.config, notes: [note] };
  }
}

/** Where Git says the config was, or else where one of the usual name is. */
async function pathBefore(
  { gitDir }: ReviewedRepository,
  base: string,
  head: string | undefined,
  path: string,
): Promise<string | undefined> {
  for (const [before, after] of await listRenames(gitDir, base, head)) if (after === path) return before;
  for (const folder of new Set([posix.dirname(path), '.'])) {
    const usual = posix.join(folder, CONFIG_NAME);
    if ((await readFileAt(gitDir, base, usual)) !== undefined) return usual;
  }
  return undefined;
}

async function textAt(
  { gitDir }: ReviewedRepository,
  commit: string,
  path: string,
): Promise<string | undefined> {
  const bytes = await readFileAt(gitDir, commit, path);
  return bytes && decodeText(bytes);
}
