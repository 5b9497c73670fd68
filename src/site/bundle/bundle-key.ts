import { join } from 'node:path';
import { attackLinks } from '../attack-resolver.ts';
import { digestOf } from '../kept/digest.ts';
import type { SiteModel } from '../model.ts';
import { ownMdxOf } from '../own-mdx.ts';
import { moduleFolders, PACKAGE_ROOT, SITE_PARTS } from '../package-root.ts';
import { digestOfFiles } from '../digest-of-files.ts';

/**
 * A digest of all that code of pages is compiled from; undefined where that is not known: a team's own MDX may import
 * whatever it likes.
 */
export function bundleKey({ workspace }: SiteModel): string | undefined {
  const { config } = workspace;
  if (ownMdxOf(workspace).keys.size > 0) return undefined;
  return digestOf(
    SITE_PARTS.map((part) => digestOfFiles(join(PACKAGE_ROOT, part))),
    // What npm has installed there.
    moduleFolders(PACKAGE_ROOT).map((folder) => digestOfFiles(join(folder, '.package-lock.json'))),
    [process.version, process.platform, process.arch],
    [config.site, config.base],
    // Ids in the documentation lead to pages and bear names.
    attackLinks(workspace),
  );
}
