import { mkdir, open, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { asOutputError } from './output-error.ts';

/**
 * Writes a file that is not there yet, and the folders it lies in.
 *
 * @param path Relative to the folder, forward slashes.
 * @returns False when something has the name already; it is left as it is.
 * @throws OutputError when the file system refuses.
 */
export async function writeNew(folder: string, path: string, text: string): Promise<boolean> {
  const file = join(folder, path);
  try {
    await mkdir(dirname(file), { recursive: true });
  } catch (error) {
    throw asOutputError(error, file);
  }
  try {
    // Asked and made in one step: not even a link that leads nowhere is written through.
    const handle = await open(file, 'wx');
    try {
      await handle.writeFile(text);
    } catch (error) {
      await rm(file, { force: true });
      throw error;
    } finally {
      await handle.close();
    }
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw asOutputError(error, file);
  }
}
