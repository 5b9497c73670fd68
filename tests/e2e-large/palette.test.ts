import { describe, expect, inject, test } from 'vitest';
import { useBrowser } from '../e2e/browser.ts';
import { ask, chosen, openPalette } from '../e2e/palette.ts';

const site = inject('largeSite');
const { open } = useBrowser();

describe.runIf(site)('the command palette over SigmaHQ and Elastic', () => {
  const { url } = site ?? { url: '' };

  test.each([
    ['Control+k', 'T1059.001', 'techniques/T1059/001/'],
    ['/', 'LSASS Memory', 'techniques/T1003/001/'],
    ['/', 'APT29', 'actors/G0016/'],
    [
      'Control+k',
      'a49fa4d5-11db-418c-8473-1e014a8dd462',
      'detections/sigmahq/proc-access-win-lsass-dump-comsvcs-dll/',
    ],
    [
      '/',
      'proc_access_win_lsass_dump_comsvcs_dll.yml',
      'detections/sigmahq/proc-access-win-lsass-dump-comsvcs-dll/',
    ],
  ])('opened by %s, finds %s first, and Enter leads there', async (keys, words, path) => {
    const page = await open(url);
    await openPalette(page, keys);
    await ask(page, words);
    expect(await chosen(page)).toBe(url + path);
    await page.keyboard.press('Enter');
    await page.waitForURL(url + path);
    await page.context().close();
  });

  test('LSASS finds techniques, rules and hunts that name it, and the way to all of them', async () => {
    const page = await open(url);
    await openPalette(page);
    await ask(page, 'LSASS');
    const groups = page.getByRole('listbox').getByRole('group');
    expect(await groups.evaluateAll((all) => all.map((group) => group.getAttribute('aria-label')))).toEqual(
      expect.arrayContaining(['Techniques', 'Detections']),
    );
    const options = await page.getByRole('option').allInnerTexts();
    for (const option of options.slice(0, -1)) expect(option).toMatch(/lsass/i);
    const all = Number(/\d+/.exec(options.at(-1)?.replaceAll(',', '') ?? '')?.[0]);
    expect(all).toBeGreaterThan(40);
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.waitForURL('**/search/?q=LSASS');
    await page.locator('.search-status', { hasText: `20 of ${all} results` }).waitFor();
    await page.context().close();
  });
});
