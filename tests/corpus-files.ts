import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import picomatch from 'picomatch';
import { globSync } from 'tinyglobby';

export interface CorpusFile {
  /** Forward slashes, relative to the corpus. */
  path: string;
  bytes: Uint8Array;
}

/**
 * A folder with the corpus unpacked: made once, kept for later runs beside the installed packages. Test files run in
 * processes of their own, so the folder appears under its name only when it is whole.
 *
 * @param archive `sigma-rules-history.bundle` or a `.tar.gz` of the corpora folder.
 */
export function corpusFolder(corpora: string, archive: string): string {
  const file = join(corpora, 'corpora', archive);
  const { size } = statSync(file);
  const cache = resolve(import.meta.dirname, '../node_modules/.cache/coverbook-corpora');
  const folder = join(cache, `${archive}-${size}`);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const temporary = mkdtempSync(join(cache, 'unpacking-'));
  const whole = join(temporary, 'corpus');
  if (archive.endsWith('.bundle')) {
    execFileSync('git', ['clone', '--quiet', file, whole], { stdio: 'pipe' });
  } else {
    mkdirSync(whole);
    execFileSync('tar', ['-xzf', file, '-C', whole], { stdio: 'pipe' });
  }
  try {
    renameSync(whole, folder);
  } catch (error) {
    // Another process was faster.
    if (!existsSync(folder)) throw error;
  }
  rmSync(temporary, { recursive: true, force: true });
  return folder;
}

/** The files of an unpacked corpus that match one of the globs, sorted by path. */
export function corpusFiles(folder: string, globs: string[]): CorpusFile[] {
  const isWanted = picomatch(globs);
  return globSync('**', { cwd: folder, ignore: ['.git/**'] })
    .filter((path) => isWanted(path))
    .sort((a, b) => (a < b ? -1 : 1))
    .map((path) => ({ path, bytes: readFileSync(join(folder, path)) }));
}
