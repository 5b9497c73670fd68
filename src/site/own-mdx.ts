import { relative, join, sep } from 'node:path';
import type { Workspace } from '../workspace/workspace.ts';

/** The team's own MDX playbooks: the only MDX that runs. */
export interface OwnMdx {
  /** The config's folder, absolute. */
  root: string;
  /** Playbook key by path from there, forward slashes. */
  keys: ReadonlyMap<string, string>;
}

/** What of a workspace's playbooks is MDX in the team's own folders. */
export function ownMdxOf({ config, playbooks, sources }: Workspace): OwnMdx {
  const keys = new Map<string, string>();
  for (const { key, mdx, source, path } of playbooks) {
    const spec = sources.find((opened) => opened.spec.name === source)?.spec;
    if (!mdx || !spec?.own || spec.path === undefined) continue;
    keys.set(relative(config.root, join(spec.path, path)).split(sep).join('/'), key);
  }
  return { root: config.root, keys };
}

/** It crosses into Astro's own copy of these modules, which has no other way to it. */
const SLOT = Symbol.for('coverbook.own-mdx');

export function provideOwnMdx(mdx: OwnMdx): void {
  (globalThis as Record<symbol, unknown>)[SLOT] = mdx;
}

/** That of the running build or server; none where `astro` itself runs. */
export function currentOwnMdx(): OwnMdx | undefined {
  return (globalThis as Record<symbol, unknown>)[SLOT] as OwnMdx | undefined;
}
