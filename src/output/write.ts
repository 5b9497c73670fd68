import { lstatSync, readFileSync, rmSync, statSync } from 'node:fs';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { assertInside } from './inside-output.ts';
import { asOutputError } from './output-error.ts';
import { abandoned, stagingPath } from './staging.ts';

/** Folders of ours in an output folder bear this name. */
const NAME = 'coverbook';

interface Change {
  path: string;
  /** Where it belongs. */
  target: string;
  bytes: Uint8Array;
}

/**
 * Writes files under a folder. A file that already has the content is left alone. The others are all written beside
 * before the first is put in place in one step: a reader (or a server) never sees half a file, and a full disk leaves
 * all of them as they were.
 *
 * @param files Path relative to `outDir`, forward slashes → content.
 * @returns The relative paths that were written, in the order given.
 * @throws OutputError when the file system refuses, or a path leads out of the folder.
 */
export async function writeFiles(
  outDir: string,
  files: ReadonlyMap<string, string | Uint8Array>,
): Promise<string[]> {
  assertInside(outDir, files.keys());
  let at = outDir;
  try {
    for (const { path } of abandoned(outDir, NAME)) rmSync(path, { recursive: true, force: true });
    const changes: Change[] = [];
    for (const [path, content] of files) {
      const change = { path, target: join(outDir, path), bytes: bytesOf(content) };
      at = change.target;
      const state = stateOf(change);
      if (state === 'device') await writeFile(at, change.bytes);
      else if (state === 'other') changes.push(change);
    }
    at = outDir;
    if (changes.length > 0) await replaceAll(outDir, changes, (path) => (at = path));
    return changes.map(({ path }) => path);
  } catch (error) {
    throw asOutputError(error, at);
  }
}

async function replaceAll(
  outDir: string,
  changes: readonly Change[],
  onFile: (path: string) => void,
): Promise<void> {
  const staging = stagingPath(outDir, NAME, 'new');
  try {
    for (const [index, { target, bytes }] of changes.entries()) {
      onFile(target);
      if (index === 0) await mkdir(staging, { recursive: true });
      await writeFile(join(staging, String(index)), bytes);
    }
    for (const folder of new Set(changes.map(({ target }) => dirname(target))))
      await mkdir(folder, { recursive: true });
    for (const [index, { target }] of changes.entries()) {
      onFile(target);
      await rename(join(staging, String(index)), target);
    }
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

function bytesOf(content: string | Uint8Array): Uint8Array {
  return typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
}

/** What stands there: these bytes already, something else or nothing, or what is written to and never replaced. */
function stateOf({ target, bytes }: Change): 'same' | 'other' | 'device' {
  // A thousand files that have not changed are the rule, and waiting for each costs more than asking for it.
  const present = lstatSync(target, { throwIfNoEntry: false });
  if (present?.isFile() === true)
    return present.size === bytes.length && readFileSync(target).equals(bytes) ? 'same' : 'other';
  const behind = present && statSync(target, { throwIfNoEntry: false });
  // `/dev/stdout`, a pipe.
  return behind === undefined || behind.isFile() || behind.isDirectory() ? 'other' : 'device';
}
