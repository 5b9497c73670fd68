/**
 * Builds the demo site and checks one page of each kind with pa11y-ci (axe and HTML CodeSniffer).
 * Exits with pa11y-ci's code.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { x } from 'tinyexec';
import { findBrowser } from '../tests/e2e/find-browser.ts';
import { PAGE_KINDS } from '../tests/e2e/page-kinds.ts';
import { serve } from '../tests/e2e/static-server.ts';

const root = await mkdtemp(join(tmpdir(), 'coverbook-a11y-'));
try {
  await run('node', ['scripts/coverbook.ts', 'build', '--quiet', '--out', root]);
  const { url, close } = await serve(root, '/');
  try {
    const pages = Object.values(PAGE_KINDS).map((path) => url + path);
    process.exitCode = await run('pa11y-ci', ['--config', '.pa11yci.json', ...pages]);
  } finally {
    await close();
  }
} finally {
  await rm(root, { recursive: true, force: true });
}

async function run(command: string, args: string[]): Promise<number> {
  const { exitCode } = await x(command, args, {
    nodeOptions: {
      stdio: 'inherit',
      env: { ...process.env, PUPPETEER_EXECUTABLE_PATH: findBrowser() },
    },
  });
  return exitCode ?? 1;
}
