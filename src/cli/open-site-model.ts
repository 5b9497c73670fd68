import { buildSiteModel } from '../site/build-model.ts';
import type { SiteModel } from '../site/model.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Io } from './io.ts';
import type { OpenedWorkspace } from './open-workspace.ts';
import type { WorkspaceOptions } from './options.ts';
import { progress } from './progress.ts';

/** Reads, assesses and renders all that the pages show. */
export async function openSiteModel(
  opened: OpenedWorkspace,
  options: WorkspaceOptions,
  io: Io,
): Promise<SiteModel> {
  const loaded = await opened.read({ history: true });
  const talk = await progress(io, options.quiet === true);
  talk.step('Assessing and highlighting');
  try {
    return await buildSiteModel(loaded, {
      cacheDir: cacheFolder(io.env),
      useCache: options.cache,
      onProgress: (text) => {
        talk.step(text);
      },
    });
  } finally {
    talk.done();
  }
}
