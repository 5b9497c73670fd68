import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { x } from 'tinyexec';
import { expect, inject, test } from 'vitest';
import { siteFiles } from './site-files.ts';

test('a second build without a cache, in another time zone and locale, gives the same bytes', async () => {
  // The team's copy lies outside Git: no commit made meanwhile can change what its pages say.
  const first = inject('basedSite').root;
  const second = mkdtempSync(join(tmpdir(), 'coverbook-again-'));
  try {
    const args = [resolve('scripts/coverbook.ts'), 'build', '--quiet', '--no-cache', '--out', second];
    const env = { TZ: 'Pacific/Kiritimati', LC_ALL: 'tr_TR.UTF-8', LANG: 'tr_TR.UTF-8' };
    const { exitCode, stderr } = await x(process.execPath, args, {
      nodeOptions: { env, cwd: dirname(first) },
    });
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    const files = siteFiles(first);
    expect(siteFiles(second)).toEqual(files);
    const differing = files.filter(
      (file) => !readFileSync(join(first, file)).equals(readFileSync(join(second, file))),
    );
    expect(differing).toEqual([]);
  } finally {
    rmSync(second, { recursive: true, force: true });
  }
});
