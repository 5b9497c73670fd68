import type { Coverage } from '../coverage/assessment.ts';
import type { Outlook } from '../coverage/outlook.ts';
import type { History } from '../coverage/history.ts';
import type { NamedLayer } from '../navigator/layer.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { RuleSource } from './rule-source.ts';

/** What the pages render: computed once before Astro starts. Pages compute nothing. */
export interface SiteModel extends Readonly<Outlook> {
  readonly workspace: Workspace;
  readonly coverage: Coverage;
  readonly layers: readonly NamedLayer[];
  /** Earlier states; absent when the config asks for none. */
  readonly history?: History;
  /** API files by path: `api/coverage.json` → JSON text. */
  readonly api: ReadonlyMap<string, string>;
  /** Original text of a file, by `<source>:<path>`. */
  readonly texts: ReadonlyMap<string, string>;
  /** A rule's own lines, highlighted, by item key. */
  readonly ruleSources: ReadonlyMap<string, RuleSource>;
  /** Rendered body of a playbook (Markdown, sanitised), by item key; `.mdx` of the team's own is not in it. */
  readonly playbookHtml: ReadonlyMap<string, string>;
  /** Rendered guide of a detection (Markdown, sanitised), by item key. */
  readonly guideHtml: ReadonlyMap<string, string>;
}

/** `build` writes pages that stand on their own; `serve` lets the development server put its styles and scripts into them. */
export type SiteMode = 'build' | 'serve';

/** The model crosses from the command into Astro's bundle in the same process; a bundled module has no other way to it. */
const SLOT = Symbol.for('coverbook.site-model');

interface Provided {
  model: SiteModel;
  mode: SiteMode;
  preview?: string;
}

/** @param preview What is built for a look only: a branch or tag. */
export function provideSiteModel(model: SiteModel, mode: SiteMode, preview?: string): void {
  (globalThis as Record<symbol, unknown>)[SLOT] = {
    model,
    mode,
    ...(preview !== undefined && { preview }),
  } satisfies Provided;
}

function provided(): Provided | undefined {
  return (globalThis as Record<symbol, unknown>)[SLOT] as Provided | undefined;
}

/** The model of the running build, if there is one: `astro sync` and `astro check` run without. */
export function currentSiteModel(): SiteModel | undefined {
  return provided()?.model;
}

/** What the pages are rendered for. Not `import.meta.env`: Astro lets the shell's variables override it. */
export function siteMode(): SiteMode {
  return provided()?.mode ?? 'build';
}

/** The branch or tag the running build is a preview of, untrusted; undefined for the site itself. */
export function previewRef(): string | undefined {
  return provided()?.preview;
}

/** The model of the running build. Throws when the site is built without the `coverbook` command. */
export function siteModel(): SiteModel {
  const model = currentSiteModel();
  if (!model)
    throw new Error('No site model: run `coverbook build` or `coverbook dev` instead of `astro` itself.');
  return model;
}
