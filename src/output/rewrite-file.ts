import { lstat, open, readFile, realpath, rename, rm } from 'node:fs/promises';
import { isAbsolute, join, relative } from 'node:path';

/** A file was left as it is; the message is the cause, a clause without a full stop. */
export class RewriteError extends Error {
  override readonly name = 'RewriteError';
}

/**
 * Replaces a file of a folder in one step and keeps its mode. Only a file that lies in the folder itself, not behind
 * a symbolic link, and that still is what it was when it was read.
 *
 * @param path Inside the folder, forward slashes.
 * @throws RewriteError when the file is another than expected or cannot be written.
 */
export async function rewriteFile(
  folder: string,
  path: string,
  before: Uint8Array,
  after: Uint8Array,
): Promise<void> {
  const file = await insideFolder(folder, path);
  const temporary = `${file}.${process.pid}.tmp`;
  try {
    const { mode } = await lstat(file);
    if (!(await readFile(file)).equals(before)) throw new RewriteError('the file has changed meanwhile');
    // A file that has the name already, or a link planted there, is never written through.
    const handle = await open(temporary, 'wx', mode);
    try {
      await handle.writeFile(after);
      // What the user's umask took away comes back.
      await handle.chmod(mode & 0o7777);
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (cause) {
    if (cause instanceof RewriteError) throw cause;
    if ((cause as NodeJS.ErrnoException).code !== 'EEXIST') await rm(temporary, { force: true });
    throw new RewriteError(`the file cannot be written (${(cause as Error).message.split(', ')[0] ?? ''})`, {
      cause,
    });
  }
}

async function insideFolder(folder: string, path: string): Promise<string> {
  let root: string;
  let real: string;
  try {
    root = await realpath(folder);
    real = await realpath(join(root, path));
  } catch (cause) {
    throw new RewriteError('the file is gone', { cause });
  }
  const way = relative(root, join(root, path));
  if (real !== join(root, path) || way.startsWith('..') || isAbsolute(way))
    throw new RewriteError('it lies behind a symbolic link or outside of its source');
  return real;
}
