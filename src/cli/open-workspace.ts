import { resolve } from 'node:path';
import { checkRuleIds } from '../lint/check-rule-ids.ts';
import { inputsKey } from '../workspace/inputs-key.ts';
import { findConfig, loadConfig } from '../workspace/load-config.ts';
import { openInputs, readInputs, type LoadedWorkspace } from '../workspace/load.ts';
import { attackFolder, cacheFolder } from './cache-folder.ts';
import type { Io } from './io.ts';
import type { WorkspaceOptions } from './options.ts';
import { atPlace, type SiteOptions } from './site-options.ts';
import { progress, type Progress } from './progress.ts';
import { sourceDate } from './source-date.ts';

/** How a workspace is read. */
interface Reading {
  history?: boolean;
  /** Loads what the command needs afterwards, while sources are being read. */
  meanwhile?: () => Promise<unknown>;
}

/** A workspace whose sources are open: what it will say is settled. */
export interface OpenedWorkspace {
  /**
   * A digest of all it is read from.
   *
   * @param more What else a result depends on.
   */
  key(...more: readonly unknown[]): string;
  read(reading?: Reading): Promise<LoadedWorkspace>;
}

/** Reads the workspace a command was asked for, with progress on stderr. */
export async function openWorkspace(
  options: WorkspaceOptions & SiteOptions,
  io: Io,
  reading: Reading = {},
): Promise<LoadedWorkspace> {
  const opened = await openSourcesOf(options, io);
  return await opened.read(reading);
}

/** Opens the sources of the workspace a command was asked for, with progress on stderr. */
export async function openSourcesOf(
  options: WorkspaceOptions & SiteOptions,
  io: Io,
): Promise<OpenedWorkspace> {
  const file = options.config === undefined ? findConfig(io.cwd) : resolve(io.cwd, options.config);
  const config = atPlace(await loadConfig(file), options);
  await checkRuleIds(config);
  const now = options.now ?? config.now ?? sourceDate(io.env);
  const isQuiet = options.quiet === true;
  const inputs = await withProgress(io, isQuiet, ({ step }) =>
    openInputs(config, {
      cacheDir: cacheFolder(io.env),
      useCache: options.cache,
      attackDir: attackFolder(io.env),
      onWarning: (text) => void io.stderr.write(`warning: ${text}\n`),
      onProgress: step,
    }),
  );
  return {
    key: (...more) => inputsKey(inputs, now, ...more),
    read: ({ history = false, meanwhile } = {}) =>
      withProgress(io, isQuiet, ({ step }) =>
        readInputs(inputs, {
          history,
          lint: async () => (await import('../lint/lint.ts')).lint,
          ...(meanwhile && { meanwhile }),
          onProgress: step,
          ...(now !== undefined && { now }),
        }),
      ),
  };
}

async function withProgress<T>(io: Io, isQuiet: boolean, work: (talk: Progress) => Promise<T>): Promise<T> {
  const talk = await progress(io, isQuiet);
  try {
    return await work(talk);
  } finally {
    talk.done();
  }
}
