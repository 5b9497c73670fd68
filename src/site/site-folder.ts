import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { moduleFolders } from './package-root.ts';

/** A copy of the site's sources that Astro may write beside. */
export interface SiteFolder {
  /** Absolute, symbolic links resolved. */
  root: string;
  /** The folders packages are found in, nearest first, absolute. */
  modules: readonly string[];
  remove(): void;
}

/**
 * Copies parts of a package to a new temporary folder, in which the packages it imports are found as they are from
 * where it is installed.
 *
 * Astro writes types, virtual modules and the code it renders pages with under its root and the working directory, and
 * runs that code from there. An installed package is nobody's to write to, a team's repository lacks the packages, and
 * two builds at once would delete each other's.
 *
 * @param parts Files and folders, relative to the package.
 */
export function makeSiteFolder(packageRoot: string, parts: readonly string[]): SiteFolder {
  const parent = realpathSync(mkdtempSync(join(tmpdir(), 'coverbook-site-')));
  const remove = (): void => {
    rmSync(parent, { recursive: true, force: true });
  };
  try {
    const modules = moduleFolders(packageRoot);
    // Outside in: what is looked up last stands in the outermost folder.
    let root = parent;
    for (const [at, folder] of modules.toReversed().entries()) {
      if (at > 0) root = join(root, 'inner');
      mkdirSync(root, { recursive: true });
      symlinkSync(folder, join(root, 'node_modules'), 'junction');
    }
    for (const part of parts) cpSync(join(packageRoot, part), join(root, part), { recursive: true });
    return { root, modules, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
