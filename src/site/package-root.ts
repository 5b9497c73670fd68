import { existsSync, realpathSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of this package: pages, styles and `public/` stand there, whatever folder the command runs in. */
export const PACKAGE_ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** `src` in a checkout, `lib` (the same tree, compiled) in the package. */
export const SOURCES = basename(fileURLToPath(new URL('..', import.meta.url)));

/** What of this package stands on every site as it is written: documentation, and files that are published as they are. */
export const SITE_TEXTS = ['content/docs', 'public'];

/** What Astro needs of this package. */
export const SITE_PARTS = [SOURCES, ...SITE_TEXTS, 'package.json'];

/** Where Node looks for what a module of a package imports: its own packages, then those it was installed with. */
export function moduleFolders(packageRoot: string): string[] {
  const folders: string[] = [];
  for (let folder = realpathSync(packageRoot); ; folder = dirname(folder)) {
    const modules = join(folder, 'node_modules');
    if (basename(folder) !== 'node_modules' && existsSync(modules)) folders.push(modules);
    if (dirname(folder) === folder) return folders;
  }
}
