import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Does something with a folder of its own inside a package as the working directory, and removes it afterwards.
 *
 * Astro writes the code it renders pages with under the working directory (or under the output folder, when that
 * lies in it) and runs it from there. In a team's repository that code would not find the packages it imports,
 * and two builds at once would delete each other's.
 */
export async function inWorkFolder<Result>(
  packageRoot: string,
  work: (folder: string) => Promise<Result>,
): Promise<Result> {
  const parent = join(packageRoot, '.coverbook');
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, 'build-'));
  const before = process.cwd();
  process.chdir(folder);
  try {
    return await work(folder);
  } finally {
    process.chdir(before);
    await rm(folder, { recursive: true, force: true });
  }
}
