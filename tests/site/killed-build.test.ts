import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { sigmaRule } from '../cli/team.ts';
import { temporaryFolder } from '../git-repository.ts';

/** How often a build is killed; more on request, since each takes seconds. */
const KILLS = Number(process.env['COVERBOOK_KILLS'] ?? 5);

/** Where in the course of a build each is killed, spread over all of it, the last near its end. */
const MOMENTS = Array.from({ length: KILLS }, (_, index) => (index + Math.random()) / KILLS);

test(`a build that is killed leaves the site that stood there, whole (${String(KILLS)} times)`, async () => {
  const team = temporaryFolder();
  const temporary = temporaryFolder();
  // The smallest domain: its site is built in seconds.
  writeFileSync(
    join(team, 'coverbook.yaml'),
    "title: Team\nnow: '2026-11-20'\nattack: { domains: [ics] }\nsources: [{ name: team, path: ., include: ['*.yml'] }]\n",
  );
  const write = (title: string): void => {
    writeFileSync(join(team, 'one.yml'), sigmaRule(title, ['attack.t0843']));
  };
  const build = (killAfter?: number): Promise<number | null> =>
    new Promise((end) => {
      const child = spawn(process.execPath, [resolve('scripts/coverbook.ts'), 'build', '--quiet'], {
        cwd: team,
        stdio: 'ignore',
        env: { ...process.env, TMPDIR: temporary },
      });
      const timer = killAfter === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), killAfter);
      child.once('exit', (code) => {
        clearTimeout(timer);
        end(code);
      });
    });
  const dist = join(team, 'dist');

  write('Before');
  const started = performance.now();
  expect(await build()).toBe(0);
  const lasts = performance.now() - started;
  const before = digestOf(dist);
  write('After');
  expect(await build()).toBe(0);
  const after = digestOf(dist);
  expect(after).not.toBe(before);

  write('Before');
  expect(await build()).toBe(0);
  write('After');
  for (const moment of MOMENTS) {
    const code = await build(moment * lasts);
    // One that was through before it was killed has replaced the site.
    expect([before, after]).toContain(digestOf(dist));
    if (code === 0) expect(digestOf(dist)).toBe(after);
  }
  expect(await build()).toBe(0);
  expect(digestOf(dist)).toBe(after);
  expect(readdirSync(team).sort()).toEqual(['coverbook.yaml', 'dist', 'one.yml']);
}, 600_000);

function digestOf(folder: string): string {
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const path of files)
    if (statSync(join(folder, path)).isFile()) hash.update(path).update(readFileSync(join(folder, path)));
  return hash.digest('hex');
}
