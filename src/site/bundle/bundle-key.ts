import { join } from 'node:path';
import { digestOf } from '../kept/digest.ts';
import { digestOfFiles } from '../digest-of-files.ts';
import type { OwnMdx } from '../own-mdx.ts';
import { ownMdxDigest } from '../own-mdx-digest.ts';
import { moduleFolders, PACKAGE_ROOT, SITE_PARTS } from '../package-root.ts';

/** A digest of all that code of pages is compiled from; undefined where that is not known. */
export function bundleKey(mdx: OwnMdx): string | undefined {
  const own = ownMdxDigest(mdx);
  if (own === undefined) return undefined;
  return digestOf(
    SITE_PARTS.map((part) => digestOfFiles(join(PACKAGE_ROOT, part))),
    // What npm has installed there.
    moduleFolders(PACKAGE_ROOT).map((folder) => digestOfFiles(join(folder, '.package-lock.json'))),
    [process.version, process.platform, process.arch],
    own,
  );
}
