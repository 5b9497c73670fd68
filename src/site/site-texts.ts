import type { Detection } from '../detections/detection.ts';
import type { Exercise } from '../exercises/exercise.ts';
import { renderMarkdown } from '../playbooks/pipeline.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { LoadedWorkspace } from '../workspace/load.ts';
import { renderAhead, type TextsAhead } from './ahead/render-ahead.ts';
import { renderJob, type GuideJob, type SourceJob, type TextJob } from './ahead/text-job.ts';
import { attackLinks, attackResolver } from './attack-resolver.ts';
import { contentLinks, mayLinkRelatively } from './content-links.ts';
import type { RenderCache } from './render-cache.ts';
import { ruleSource, sourceJob, type RuleSource } from './rule-source.ts';

/** Texts as pages show them. Each distinct one is highlighted or rendered once, and kept by content. */
export interface SiteTexts {
  /**
   * Reads the files of items whose pages are to be made. Of other items there is no text: pages that are kept need none.
   *
   * @throws SourceError when a file cannot be read any more.
   */
  load(items: readonly (Detection | Playbook | Exercise)[]): Promise<void>;
  /**
   * Has the texts of rules whose pages are about to be made rendered by another thread, in the order of their pages. What is
   * kept is left out. To be stopped when the pages are made.
   */
  renderAhead(rules: readonly Detection[]): { stop(): void };
  /** Original text of a file. */
  file(source: string, path: string): string | undefined;
  /** A rule's own lines, highlighted. */
  ruleSource(rule: Detection): RuleSource | undefined;
  /** A rule's guide: Markdown, sanitised. */
  guide(rule: Detection): string | undefined;
  /** The body of a hunt: Markdown, sanitised; undefined for the team's own `.mdx`, which Astro renders. */
  playbook(hunt: Playbook): string | undefined;
  /** Keeps for the next run what was rendered: of a part of the pages, beside what was kept for the others. */
  save(options: { isPart: boolean }): void;
}

export function openSiteTexts({ workspace, readTexts }: LoadedWorkspace, cache: RenderCache): SiteTexts {
  const resolver = attackResolver(workspace);
  const versions = [...workspace.knowledge.values()].map(({ domain, version }) => `${domain}-${version}`);
  const markdown = `markdown:${workspace.config.base}:${versions.join(':')}`;
  const links = contentLinks(workspace);
  const own = new Set(workspace.sources.flatMap(({ spec }) => (spec.own ? [spec.name] : [])));
  const texts = new Map<string, string>();
  const sourceOf = (rule: Detection): SourceJob | undefined => {
    const text = texts.get(`${rule.source}:${rule.path}`);
    return text === undefined ? undefined : sourceJob(rule, text);
  };
  const kindOf = (job: TextJob): string =>
    job.kind === 'guide' ? markdown : `source:${job.language}:${JSON.stringify(job.stretches)}`;
  const idOf = (rule: Detection, job: TextJob): string => `${job.kind}:${rule.key}`;
  let ahead: TextsAhead | undefined;
  const htmlOf = (rule: Detection, job: TextJob): string =>
    cache.get(kindOf(job), job.text, () => ahead?.take(idOf(rule, job)) ?? renderJob(job, resolver));
  return {
    async load(items) {
      const wanted = new Set(items.map(({ source, path }) => `${source}:${path}`));
      for (const [place, text] of await readTexts(wanted)) texts.set(place, text);
    },
    renderAhead(rules) {
      const wanted = new Map<string, TextJob>();
      for (const rule of rules)
        for (const job of [sourceOf(rule), guideOf(rule)])
          if (job && !cache.has(kindOf(job), job.text)) wanted.set(idOf(rule, job), job);
      ahead = renderAhead(wanted, attackLinks(workspace));
      return ahead;
    },
    file: (source, path) => texts.get(`${source}:${path}`),
    ruleSource(rule) {
      const job = sourceOf(rule);
      return job && ruleSource(rule, job, htmlOf(rule, job));
    },
    guide(rule) {
      const job = guideOf(rule);
      return job && htmlOf(rule, job);
    },
    playbook(hunt) {
      const { title, hypothesis, body, mdx, source } = hunt;
      if (mdx && own.has(source)) return undefined;
      const resolveLink = (link: string): string | undefined => links(hunt, link);
      const runbook = { title, hypothesis };
      const render = (): string => renderMarkdown(body, { resolver, resolveLink, headingOffset: 1, runbook });
      // Where a relative link leads depends on other files, so its HTML is not kept by content.
      if (mayLinkRelatively(body)) return render();
      return cache.get(`${markdown}:hunt`, [title, hypothesis ?? '', body].join('\0'), render);
    },
    save: ({ isPart }) => {
      const { detections, playbooks } = workspace;
      // A rule has a source and perhaps a guide; more than twice as much is of rules that are no more.
      cache.save({ keepUnused: isPart ? 4 * detections.length + 2 * playbooks.length : 0 });
    },
  };
}

function guideOf({ guide }: Detection): GuideJob | undefined {
  return guide === undefined ? undefined : { kind: 'guide', text: guide };
}
