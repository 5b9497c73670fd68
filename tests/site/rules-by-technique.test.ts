import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { sigmaRule } from '../cli/team.ts';
import { makeRepository, temporaryFolder } from '../git-repository.ts';

const run = promisify(execFile);

test('rules of a team that wants no page for each stand in a table per technique, and every link finds them there', async () => {
  const team = makeRepository({
    remote: 'https://github.com/example/plant.git',
    files: {
      'coverbook.yaml': `title: Plant
attack: { domains: [ics] }
pages: { rules: by-technique }
sources: [{ name: team, path: ., include: ['rules/**'] }]
`,
      'rules/one.yml': sigmaRule('Program & download', ['attack.t0843', 'attack.t0859']),
      'rules/two.yml': sigmaRule('Another download', ['attack.t0843']),
      'rules/none.yml': sigmaRule('Unmapped', []),
    },
  });
  const site = join(temporaryFolder(), 'site');
  const args = ['build', '--quiet', '--config', join(team.folder, 'coverbook.yaml'), '--out', site];
  await run(process.execPath, [resolve('scripts/coverbook.mjs'), ...args]);

  const page = (path: string): string => readFileSync(join(site, path, 'index.html'), 'utf8');
  expect(existsSync(join(site, 'detections/team/one'))).toBe(false);
  expect(page('techniques/T0843/rules')).toMatch(
    /github\.com\/example\/plant\/blob\/[0-9a-f]{40}\/rules\/one\.yml/,
  );
  expect(page('techniques/T0843/rules')).toContain('2 rules');
  expect(page('techniques/none/rules')).toContain('Unmapped');
  // It stands with the first technique it names, and with no other.
  expect(existsSync(join(site, 'techniques/T0859/rules'))).toBe(false);
  expect(page('techniques/T0859')).toContain('href="/techniques/T0843/rules/?q=Program%20%26%20download"');
  const layer = readFileSync(join(site, 'layers/ics-coverage.json'), 'utf8');
  expect(layer).not.toContain('detections/team/one');

  const dead = readdirSync(site, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.html'))
    .flatMap((file) => [...readFileSync(join(site, file), 'utf8').matchAll(/href="(\/[^"#?]*)/g)])
    .map(([, path = '']) => path)
    .filter((path) => !existsSync(join(site, path.endsWith('/') ? `${path}index.html` : path)));
  expect([...new Set(dead)]).toEqual([]);
}, 300_000);
