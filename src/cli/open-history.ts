import type { Coverage } from '../coverage/assessment.ts';
import type { History } from '../coverage/history.ts';
import type { LoadedWorkspace } from '../workspace/load.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Io } from './io.ts';
import type { WorkspaceOptions } from './options.ts';
import { progress } from './progress.ts';

/**
 * The history of a workspace, with progress on stderr; undefined when none is asked for.
 *
 * @param dates ISO dates of the points before the present; default: those the config asks for.
 */
export async function openHistory(
  loaded: LoadedWorkspace,
  coverage: Coverage,
  options: WorkspaceOptions,
  io: Io,
  dates?: readonly string[],
): Promise<History | undefined> {
  if (dates === undefined && loaded.workspace.config.history.points === 0) return undefined;
  const { loadHistory } = await import('../history/load-history.ts');
  const talk = await progress(io, options.quiet === true);
  try {
    return await loadHistory(loaded, coverage, {
      cacheDir: cacheFolder(io.env),
      useCache: options.cache,
      ...(dates && { dates }),
      onProgress: (text) => {
        talk.step(text);
      },
    });
  } finally {
    talk.done();
  }
}
