import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { makeBundle } from '../../../src/site/bundle/make-bundle.ts';
import type { OwnMdx } from '../../../src/site/own-mdx.ts';
import { temporaryFolder } from '../../git-repository.ts';

const mdx: OwnMdx = { root: '/team', keys: new Map() };

/** A process that runs this instead of compiling. */
function compiler(code: string): URL {
  const file = join(temporaryFolder(), 'compiler.mjs');
  writeFileSync(file, code);
  return pathToFileURL(file);
}

let temporary = '';
beforeEach(() => {
  temporary = temporaryFolder();
  vi.stubEnv('TMPDIR', temporary);
});
afterEach(() => {
  vi.unstubAllEnvs();
});

test('pages are compiled in a temporary folder, which stands until it is let go of', async () => {
  const bundle = await makeBundle(mdx);
  const { entry } = JSON.parse(readFileSync(join(bundle.folder, 'bundle.json'), 'utf8')) as { entry: string };
  expect(existsSync(join(bundle.folder, 'code', entry))).toBe(true);
  expect(readdirSync(join(bundle.folder, 'shared')).sort()).toEqual(['assets', 'favicon.svg']);
  const [style = ''] = readdirSync(join(bundle.folder, 'shared/assets')).filter((name) =>
    name.endsWith('.css'),
  );
  // The same file under any base.
  const addresses = readFileSync(join(bundle.folder, 'shared/assets', style), 'utf8').match(/url\([^)]*\)/g);
  expect(addresses?.length).toBeGreaterThan(2);
  for (const address of addresses ?? []) expect(address).toMatch(/^url\(\.\/[\w.-]+\.woff2\)$/);
  bundle.remove();
  expect(readdirSync(temporary).filter((name) => name.startsWith('coverbook-site-'))).toEqual([]);
}, 120_000);

test('the process is told of the team’s own MDX, and where it may write: nothing else of the team', async () => {
  const out = join(temporaryFolder(), 'request.json');
  const bundle = await makeBundle(
    mdx,
    compiler(`import { writeFileSync } from 'node:fs';
process.once('message', (request) => {
  writeFileSync(${JSON.stringify(out)}, JSON.stringify({ ...request, mdx: request.mdx.root, cwd: process.cwd() }));
  process.send({}, () => process.disconnect());
});`),
  );
  const request = JSON.parse(readFileSync(out, 'utf8')) as Record<string, unknown> & {
    folder: { root: string };
  };
  expect(Object.keys(request)).toEqual(['folder', 'mdx', 'cwd']);
  expect(request).toMatchObject({ mdx: '/team', cwd: request.folder.root });
  bundle.remove();
});

test('what goes wrong there is told here, with what the system says of it, and nothing is left behind', async () => {
  const failing = makeBundle(
    mdx,
    compiler(
      `process.once('message', () => process.send({ failure: { message: 'no room', stack: 'Error: no room', code: 'ENOSPC' } }, () => process.disconnect()));`,
    ),
  );
  await expect(failing).rejects.toMatchObject({
    message: 'no room',
    code: 'ENOSPC',
    stack: 'Error: no room',
  });
  expect(readdirSync(temporary).filter((name) => name.startsWith('coverbook-site-'))).toEqual([]);
});

test.each([
  ['is killed', `process.kill(process.pid, 'SIGKILL');`, 'SIGKILL'],
  ['ends and says nothing', `process.exit(7);`, '7'],
])('a process that %s is an error and no endless wait', async (_what, code, how) => {
  await expect(makeBundle(mdx, compiler(code))).rejects.toThrow(
    `The pages could not be compiled: the process that does it ended (${how})`,
  );
});
