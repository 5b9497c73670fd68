import type { Coverage } from '../coverage/assessment.ts';
import type { Outlook } from '../coverage/outlook.ts';
import type { History } from '../coverage/history.ts';
import type { NamedLayer } from '../navigator/layer.ts';
import type { DataFiles } from '../output/files.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { SiteTexts } from './site-texts.ts';

/** What the pages render: computed once before Astro starts. Pages compute nothing. */
export interface SiteModel extends Readonly<Outlook> {
  readonly workspace: Workspace;
  readonly coverage: Coverage;
  readonly layers: readonly NamedLayer[];
  /** Earlier states; absent when the config asks for none. */
  readonly history?: History;
  /** Layers and API files: `api/coverage.json`. */
  readonly api: DataFiles;
  readonly texts: SiteTexts;
}

/** `build` writes pages that stand on their own; `serve` lets the development server put its styles and scripts into them. */
export type SiteMode = 'build' | 'serve';

/** The model crosses from the command into Astro's bundle in the same process; a bundled module has no other way to it. */
const SLOT = Symbol.for('coverbook.site-model');

interface Provided {
  model: SiteModel;
  mode: SiteMode;
  /** What is built for a look only: a branch or tag. */
  preview?: string | undefined;
  /** Files of the last build that are not made again, by path from the root of the site. */
  kept?: ReadonlySet<string>;
}

export function provideSiteModel(provided: Provided): void {
  (globalThis as Record<symbol, unknown>)[SLOT] = provided;
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

/** Whether the last build left this file as it would be written now: then its page is not made. */
export function isKept(file: string): boolean {
  return provided()?.kept?.has(file) ?? false;
}

/** The model of the running build. Throws when the site is built without the `coverbook` command. */
export function siteModel(): SiteModel {
  const model = currentSiteModel();
  if (!model)
    throw new Error('No site model: run `coverbook build` or `coverbook dev` instead of `astro` itself.');
  return model;
}
