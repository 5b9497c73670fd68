import { resolve } from 'node:path';
import { x } from 'tinyexec';

/**
 * Builds the site of the folder's config.
 *
 * @throws When it does not build, or when it talks on stdout.
 */
export async function buildWith({ cwd, root }: { cwd: string; root: string }): Promise<void> {
  const args = [resolve('scripts/coverbook.ts'), 'build', '--quiet', '--out', root];
  const { exitCode, stdout, stderr } = await x(process.execPath, args, { nodeOptions: { cwd } });
  if (exitCode !== 0) throw new Error(`The site does not build:\n${stderr}`);
  if (stdout !== '') throw new Error(`A build must keep stdout free for data, but printed:\n${stdout}`);
}
