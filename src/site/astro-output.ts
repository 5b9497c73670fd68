import { statSync } from 'node:fs';
import { join } from 'node:path';
import { copyFolder } from '../output/copy-folder.ts';

/** Where Astro may write a site. */
export interface AstroOutput {
  /** Absolute path. */
  dir: string;
  /** Has what was written stand in the folder it is for. */
  deliver(): void;
}

/**
 * Astro renames what it makes under its root into the output, which fails where that is another file system, as with a
 * `/tmp` in memory: then it writes beside its root, and the site is copied.
 *
 * @param root Astro's root, absolute.
 * @param folder What the site is for, absolute.
 */
export function astroOutput(root: string, folder: string): AstroOutput {
  if (statSync(root).dev === statSync(folder).dev) return { dir: folder, deliver: () => undefined };
  const dir = join(root, 'site');
  return {
    dir,
    deliver: () => {
      copyFolder(dir, folder);
    },
  };
}
