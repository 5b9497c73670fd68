import { copyFileSync, linkSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describeFiles, type FileState } from '../../output/file-states.ts';
import { askThread } from '../../threads/ask-thread.ts';
import { moduleBeside } from '../../threads/start-thread.ts';

/** Files of one folder that are put into another. */
export interface LinkRequest {
  from: string;
  to: string;
  files: readonly string[];
}

const LINKER = moduleBeside(import.meta.url, 'link-on-request');

/** What the files look like in either folder, once they are in both. */
export interface Linked {
  from: ReadonlyMap<string, FileState>;
  to: ReadonlyMap<string, FileState>;
}

/** Has a thread do what {@link linkFiles} does, beside what this one does. */
export function linkInThread(request: LinkRequest): Promise<Linked> {
  return askThread(LINKER, request, { what: 'Files of the last build could not be put back' });
}

/**
 * Puts files of one folder into another, without copying their bytes where the file system can.
 *
 * @throws Error when one of them is gone.
 */
export function linkFiles({ from, to, files }: LinkRequest): Linked {
  for (const folder of new Set(files.map((file) => dirname(file))))
    mkdirSync(join(to, folder), { recursive: true });
  let areLinked = true;
  for (const file of files) {
    try {
      linkSync(join(from, file), join(to, file));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw error;
      areLinked = false;
      copyFileSync(join(from, file), join(to, file));
    }
  }
  const there = describeFiles(to, files);
  // A link has the state of what it leads to.
  return { from: areLinked ? there : describeFiles(from, files), to: there };
}
