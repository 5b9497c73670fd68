import { buildSiteModel } from '../site/build-model.ts';
import type { SiteModel } from '../site/model.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Io } from './io.ts';
import { openWorkspace } from './open-workspace.ts';
import type { WorkspaceOptions } from './options.ts';
import { progress } from './progress.ts';
import type { SiteOptions } from './site-options.ts';

/** Reads, assesses and renders all that the pages show. */
export async function openSiteModel(options: WorkspaceOptions & SiteOptions, io: Io): Promise<SiteModel> {
  const loaded = await openWorkspace(options, io, { history: true });
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
