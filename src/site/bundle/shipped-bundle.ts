import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { OwnMdx } from '../own-mdx.ts';
import { PACKAGE_ROOT, SOURCES } from '../package-root.ts';
import { CONTENTS, type SiteBundle } from './site-bundle.ts';

/** In the package: its pages compiled, see `scripts/compile.ts`. */
export const SHIPPED = 'bundle';

/**
 * The bundle that comes with the package: a team whose own MDX is none of its pages needs no other. A checkout compiles
 * what its sources are now.
 */
export function shippedBundle(mdx: OwnMdx): SiteBundle | undefined {
  const folder = join(PACKAGE_ROOT, SHIPPED);
  if (SOURCES === 'src' || mdx.keys.size > 0 || !existsSync(join(folder, CONTENTS))) return undefined;
  return { folder, remove: () => undefined };
}
