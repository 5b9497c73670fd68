import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { asError } from '../../threads/failure.ts';
import { moduleBeside } from '../../threads/start-thread.ts';
import type { OwnMdx } from '../own-mdx.ts';
import { PACKAGE_ROOT, SITE_PARTS } from '../package-root.ts';
import { makeSiteFolder, type SiteFolder } from '../site-folder.ts';
import type { CompileAnswer, CompileRequest } from './compile-request.ts';
import type { SiteBundle } from './site-bundle.ts';

const COMPILER = moduleBeside(import.meta.url, 'compile-on-request');

/**
 * Has the pages compiled in a temporary folder, by a process of its own: the bundler takes as much memory as all that is
 * read of ten thousand rules, and keeps it, and Astro goes by the working directory.
 *
 * @param mdx The team's own, whose code goes into that of the pages.
 * @param compiler What runs in the process.
 * @throws Error when Astro refuses a page or the team's own MDX, or the process dies.
 */
export async function makeBundle(mdx: OwnMdx, compiler: URL = COMPILER): Promise<SiteBundle> {
  const folder = makeSiteFolder(PACKAGE_ROOT, SITE_PARTS);
  try {
    await compiled(compiler, folder, { folder: { root: folder.root, modules: folder.modules }, mdx });
    return {
      folder: folder.root,
      remove: () => {
        folder.remove();
      },
    };
  } catch (error) {
    folder.remove();
    throw error;
  }
}

async function compiled(compiler: URL, folder: SiteFolder, request: CompileRequest): Promise<void> {
  const child = fork(fileURLToPath(compiler), {
    cwd: folder.root,
    // What this process was started with, a debugger or a profiler among it, is for this process.
    execArgv: [],
    serialization: 'advanced',
    // What it prints on stdout is not data.
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = once(child, 'exit');
  // Where it is gone before it has read all of it, its end is told below.
  child.send(request, () => undefined);
  const [answer] = (await Promise.race([once(child, 'message'), ended.then(() => [])])) as [CompileAnswer?];
  const [code, signal] = (await ended) as [number | null, string | null];
  if (answer?.failure) throw asError(answer.failure);
  if (answer === undefined)
    throw new Error(
      `The pages could not be compiled: the process that does it ended (${signal ?? String(code)})`,
    );
}
