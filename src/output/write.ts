import { lstatSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Content } from './content.ts';
import { Encoder } from './encoder.ts';
import { assertInside } from './inside-output.ts';
import { asOutputError } from './output-error.ts';
import { abandoned, stagingPath } from './staging.ts';

/** Folders of ours in an output folder bear this name. */
const NAME = 'coverbook';

/**
 * Writes files under a folder. A file that already has the content is left alone. The others are all written beside
 * before the first is put in place in one step: a reader (or a server) never sees half a file, and a full disk leaves
 * all of them as they were.
 *
 * @param files Path relative to `outDir`, forward slashes → content.
 * @returns The relative paths that were written, in the order given.
 * @throws OutputError when the file system refuses, or a path leads out of the folder.
 */
export async function writeFiles(outDir: string, files: ReadonlyMap<string, Content>): Promise<string[]> {
  assertInside(outDir, files.keys());
  const staging = stagingPath(outDir, NAME, 'new');
  const encoder = new Encoder();
  const changed: string[] = [];
  let isStaging = false;
  let at = outDir;
  try {
    for (const { path } of abandoned(outDir, NAME)) rmSync(path, { recursive: true, force: true });
    for (const [path, content] of files) {
      at = join(outDir, path);
      const data = encoder.encode(content);
      const state = stateOf(at, data);
      // A pipe takes its time.
      if (state === 'device') await writeFile(at, data);
      if (state !== 'other') continue;
      if (!isStaging) mkdirSync(staging, { recursive: true });
      isStaging = true;
      writeFileSync(join(staging, String(changed.length)), data);
      changed.push(path);
    }
    for (const folder of new Set(changed.map((path) => dirname(join(outDir, path)))))
      mkdirSync((at = folder), { recursive: true });
    for (const [index, path] of changed.entries())
      renameSync(join(staging, String(index)), (at = join(outDir, path)));
    return changed;
  } catch (error) {
    throw asOutputError(error, at);
  } finally {
    // Where a file is in the way of the folder, there is nothing to remove, and that cannot be asked for either.
    if (isStaging) await rm(staging, { recursive: true, force: true });
  }
}

/** What stands there: this content already, something else or nothing, or what is written to and never replaced. */
function stateOf(target: string, data: Uint8Array): 'same' | 'other' | 'device' {
  const present = lstatSync(target, { throwIfNoEntry: false });
  if (present?.isFile() === true)
    return present.size === data.length && readFileSync(target).equals(data) ? 'same' : 'other';
  const behind = present && statSync(target, { throwIfNoEntry: false });
  // `/dev/stdout`, a pipe.
  return behind === undefined || behind.isFile() || behind.isDirectory() ? 'other' : 'device';
}
