import { resolve } from 'node:path';
import { checkRuleIds } from '../lint/check-rule-ids.ts';
import { findConfig, loadConfig } from '../workspace/load-config.ts';
import { loadWorkspace, type LoadedWorkspace } from '../workspace/load.ts';
import { attackFolder, cacheFolder } from './cache-folder.ts';
import type { Io } from './io.ts';
import type { WorkspaceOptions } from './options.ts';
import { atPlace, type SiteOptions } from './site-options.ts';
import { progress } from './progress.ts';
import { sourceDate } from './source-date.ts';

/**
 * Reads the workspace a command was asked for, with progress on stderr.
 *
 * @param meanwhile Loads what the command needs afterwards, while sources are being read.
 */
export async function openWorkspace(
  options: WorkspaceOptions & SiteOptions,
  io: Io,
  { history = false, meanwhile }: { history?: boolean; meanwhile?: () => Promise<unknown> } = {},
): Promise<LoadedWorkspace> {
  const file = options.config === undefined ? findConfig(io.cwd) : resolve(io.cwd, options.config);
  const config = atPlace(await loadConfig(file), options);
  await checkRuleIds(config);
  const now = options.now ?? config.now ?? sourceDate(io.env);
  const talk = await progress(io, options.quiet === true);
  try {
    return await loadWorkspace(config, {
      cacheDir: cacheFolder(io.env),
      useCache: options.cache,
      attackDir: attackFolder(io.env),
      history,
      lint: async () => (await import('../lint/lint.ts')).lint,
      ...(meanwhile && { meanwhile }),
      onWarning: (text) => void io.stderr.write(`warning: ${text}\n`),
      onProgress: (text) => {
        talk.step(text);
      },
      ...(now !== undefined && { now }),
    });
  } finally {
    talk.done();
  }
}
