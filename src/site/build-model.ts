import { assess } from '../coverage/assess.ts';
import { outlookOf } from '../coverage/outlook.ts';
import { loadHistory } from '../history/load-history.ts';
import { buildLayers } from '../navigator/layers.ts';
import { outputFiles } from '../output/files.ts';
import { renderMarkdown } from '../playbooks/pipeline.ts';
import type { LoadedWorkspace } from '../workspace/load.ts';
import { attackResolver } from './attack-resolver.ts';
import { contentLinks, mayLinkRelatively } from './content-links.ts';
import type { SiteModel } from './model.ts';
import { openRenderCache } from './render-cache.ts';
import { rendererVersion } from './renderer-version.ts';
import { ruleSource, type RuleSource } from './rule-source.ts';

/**
 * Computes everything the pages show. Each distinct text is highlighted or rendered once and kept by content.
 */
export async function buildSiteModel(
  loaded: LoadedWorkspace,
  {
    cacheDir,
    useCache,
    onProgress,
  }: { cacheDir: string; useCache: boolean; onProgress?: (text: string) => void },
): Promise<SiteModel> {
  const { workspace, readTexts } = loaded;
  const coverage = assess(workspace);
  const history = await loadHistory(loaded, coverage, { cacheDir, useCache, onProgress });
  const outlook = outlookOf(workspace, coverage);
  const layers = buildLayers(workspace, coverage, { history, actors: outlook.actors });
  const texts = await readTexts();
  const resolver = attackResolver(workspace);
  const versions = [...workspace.knowledge.values()].map(({ domain, version }) => `${domain}-${version}`);
  const markdownKind = `markdown:${workspace.config.base}:${versions.join(':')}`;
  const cache = openRenderCache(useCache ? cacheDir : undefined, workspace.config.file, rendererVersion());

  const ruleSources = new Map<string, RuleSource>();
  const guideHtml = new Map<string, string>();
  for (const detection of workspace.detections) {
    const file = texts.get(`${detection.source}:${detection.path}`) ?? '';
    ruleSources.set(detection.key, ruleSource(detection, file, cache));
    const { guide } = detection;
    if (guide !== undefined) {
      guideHtml.set(
        detection.key,
        cache.get(markdownKind, guide, () => renderMarkdown(guide, { resolver, headingOffset: 2 })),
      );
    }
  }
  const links = contentLinks(workspace);
  const playbookHtml = new Map<string, string>();
  for (const playbook of workspace.playbooks) {
    const { key, title, hypothesis, body, mdx, source } = playbook;
    const runsAsMdx = mdx && workspace.sources.some(({ spec }) => spec.name === source && spec.own);
    if (runsAsMdx) continue;
    const resolveLink = (link: string): string | undefined => links(playbook, link);
    const runbook = { title, hypothesis };
    const render = (): string => renderMarkdown(body, { resolver, resolveLink, headingOffset: 1, runbook });
    const input = [title, hypothesis ?? '', body].join('\0');
    // Where a relative link leads depends on other files, so its HTML is not kept by content.
    playbookHtml.set(
      key,
      mayLinkRelatively(body) ? render() : cache.get(`${markdownKind}:hunt`, input, render),
    );
  }
  cache.save();
  const api = outputFiles(workspace, coverage, outlook, layers, history);
  return {
    workspace,
    coverage,
    layers,
    ...outlook,
    ...(history && { history }),
    api,
    texts,
    ruleSources,
    playbookHtml,
    guideHtml,
  };
}
