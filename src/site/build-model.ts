import { assess } from '../coverage/assess.ts';
import { outlookOf } from '../coverage/outlook.ts';
import { loadHistory } from '../history/load-history.ts';
import { buildLayers } from '../navigator/layers.ts';
import { outputFiles } from '../output/files.ts';
import type { LoadedWorkspace } from '../workspace/load.ts';
import type { SiteModel } from './model.ts';
import { openRenderCache } from './render-cache.ts';
import { rendererVersion } from './renderer-version.ts';
import { openSiteTexts } from './site-texts.ts';

/** Computes everything the pages show but texts, which are rendered for the pages that are made. */
export async function buildSiteModel(
  loaded: LoadedWorkspace,
  {
    cacheDir,
    useCache,
    onProgress,
  }: { cacheDir: string; useCache: boolean; onProgress?: (text: string) => void },
): Promise<SiteModel> {
  const { workspace } = loaded;
  const coverage = assess(workspace);
  const history = await loadHistory(loaded, coverage, { cacheDir, useCache, onProgress });
  const outlook = outlookOf(workspace, coverage);
  const layers = buildLayers(workspace, coverage, { history, actors: outlook.actors });
  const cache = openRenderCache(useCache ? cacheDir : undefined, workspace.config.file, rendererVersion());
  return {
    workspace,
    coverage,
    layers,
    ...outlook,
    ...(history && { history }),
    api: outputFiles(workspace, coverage, outlook, layers, history),
    texts: openSiteTexts(loaded, cache),
  };
}
