import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sigmaRule } from '../cli/team.ts';
import { axeFindings } from './axe.ts';
import { useBrowser } from './browser.ts';
import { buildWith } from './build-with.ts';
import { serve } from './static-server.ts';
import { watchForTrouble } from './trouble.ts';

const { open } = useBrowser();

let team: string;
let url: string;
let close: () => Promise<void>;

beforeAll(async () => {
  team = mkdtempSync(join(tmpdir(), 'coverbook-by-technique-'));
  mkdirSync(join(team, 'rules'));
  writeFileSync(
    join(team, 'coverbook.yaml'),
    'title: Team\npages: { rules: by-technique }\nsources: [{ name: team, path: rules }]\n',
  );
  writeFileSync(join(team, 'rules/one.yml'), sigmaRule('One & only', ['attack.t1059.001']));
  writeFileSync(join(team, 'rules/other.yml'), sigmaRule('Another', ['attack.t1059.001']));
  writeFileSync(join(team, 'rules/parent.yml'), sigmaRule('Of the parent', ['attack.t1059']));
  const root = join(team, 'dist');
  await buildWith({ cwd: team, root });
  ({ url, close } = await serve(root, '/'));
}, 120_000);

afterAll(async () => {
  await close();
  rmSync(team, { recursive: true, force: true });
});

test.each(['techniques/T1059/rules/', 'techniques/T1059/001/rules/', 'detections/', 'detections/team/'])(
  'the table that stands for pages of rules asks no other host, logs no error and passes axe: %s',
  async (path) => {
    const page = await open('about:blank');
    const trouble = watchForTrouble(page, url);
    await page.goto(url + path, { waitUntil: 'networkidle' });
    expect(await axeFindings(page)).toEqual([]);
    expect(trouble).toEqual([]);
  },
);

test('a link to a rule opens the table of its technique at that rule', async () => {
  const page = await open(`${url}techniques/T1059/001/`);
  await page.getByRole('link', { name: 'One & only' }).first().click();
  await page.getByText('1 of 2 rules').waitFor();
  expect(new URL(page.url()).pathname).toBe('/techniques/T1059/001/rules/');
  expect(await page.locator('tbody th').allTextContents()).toEqual([expect.stringContaining('One & only')]);
});
