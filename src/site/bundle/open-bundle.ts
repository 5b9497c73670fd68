import { join } from 'node:path';
import { timed } from '../../timing/timed.ts';
import type { SiteModel } from '../model.ts';
import { ownMdxOf, type OwnMdx } from '../own-mdx.ts';
import { PACKAGE_ROOT } from '../package-root.ts';
import { bundleKey } from './bundle-key.ts';
import { keepBundle, keptBundle } from './kept-bundle.ts';
import { makeBundle } from './make-bundle.ts';
import { shippedBundle } from './shipped-bundle.ts';
import type { SiteBundle } from './site-bundle.ts';

/**
 * Where bundles are kept. They are code that is run, so they lie with the packages whose code they are: whoever can write
 * there needs no bundle to be run. A cache that is carried from one CI job to another is no such place.
 */
const KEPT = join(PACKAGE_ROOT, 'node_modules/.cache/coverbook');

/**
 * The bundle a site is rendered with: the one that comes with the package, the one an earlier run left, or a new one.
 *
 * @param options.useKept Whether those of earlier runs are looked for, and this one is left for later ones.
 */
export async function openBundle(
  { workspace }: SiteModel,
  { useKept, folder = KEPT }: { useKept: boolean; folder?: string },
): Promise<SiteBundle> {
  const mdx = ownMdxOf(workspace);
  return shippedBundle(mdx) ?? (useKept ? await keptOrNew(mdx, folder) : await newBundle(mdx));
}

async function keptOrNew(mdx: OwnMdx, folder: string): Promise<SiteBundle> {
  const key = bundleKey(mdx);
  const kept = key === undefined ? undefined : keptBundle(folder, key);
  if (kept) return kept;
  const bundle = await newBundle(mdx);
  // A file may have changed while it was compiled.
  if (key !== undefined && key === bundleKey(mdx)) keepBundle(folder, key, bundle);
  return bundle;
}

async function newBundle(mdx: OwnMdx): Promise<SiteBundle> {
  return await timed('compile the pages', () => makeBundle(mdx));
}
