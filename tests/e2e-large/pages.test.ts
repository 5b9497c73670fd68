import { statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from '../e2e/browser.ts';
import { scriptBytes } from '../e2e/script-bytes.ts';
import { siteFiles } from '../e2e/site-files.ts';
import { watchForTrouble } from '../e2e/trouble.ts';

const site = inject('largeSite');
const KB = 1000;

const { open } = useBrowser();

describe.runIf(site)('the pages of SigmaHQ and Elastic', () => {
  const { root, url } = site ?? { root: '', url: '' };
  const files = site ? siteFiles(root) : [];
  const techniques = files.filter((path) => /^techniques\/T.*\.html$/.test(path));

  test('there is one for every rule, playbook and technique', () => {
    const inFolder = (folder: string): number =>
      files.filter(
        (path) => path.startsWith(folder) && /^[^/]+\/index\.html$/.test(path.slice(folder.length)),
      ).length;
    expect(inFolder('detections/sigmahq/')).toBeGreaterThan(3000);
    expect(inFolder('detections/elastic/')).toBeGreaterThan(1500);
    expect(inFolder('playbooks/')).toBeGreaterThan(50);
    expect(techniques.length).toBeGreaterThan(690);
  });

  test('those of techniques are under 100 KB of HTML', () => {
    const heavy = techniques
      .map((path) => ({ path, size: statSync(join(root, path)).size }))
      .filter(({ size }) => size >= 100 * KB);
    expect(heavy).toEqual([]);
  });

  test('those of techniques run less than 20 KB of script, and some', () => {
    const sizes = techniques.map((path) => scriptBytes(root, path));
    expect(Math.min(...sizes)).toBeGreaterThan(500);
    expect(Math.max(...sizes)).toBeLessThan(20 * KB);
  });

  test.each([
    '',
    'matrix/enterprise/?view=rules&source=elastic',
    'techniques/T1059/001/',
    'detections/?q=mimikatz',
    'detections/sigmahq/pages/2/',
    'detections/sigmahq/proc-access-win-lsass-dump-comsvcs-dll/',
    'search/?q=lsass',
    'actors/G0016/',
    'gaps/',
  ])('“%s” asks no other host, logs no error, and has what it asks for', async (address) => {
    const page = await open('about:blank');
    const trouble = watchForTrouble(page, url);
    await page.goto(url + address, { waitUntil: 'networkidle' });
    await page.context().close();
    expect(trouble).toEqual([]);
  });
});
