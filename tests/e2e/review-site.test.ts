import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { changedPlaybook } from '../review/changed-playbook.ts';
import { HOSTILE } from '../review/hostile-review.ts';
import { axeFindings } from './axe.ts';
import { PHONE, useBrowser } from './browser.ts';

const BEFORE =
  '## Look\n\nAt **clients**.\n\n1. One\n\n```spl\nindex=a CommandLine="x"\n```\n\n| Log | Where |\n| --- | --- |\n| DNS | here |';
const AFTER =
  '## Look\n\nAt **servers**.\n\n1. One\n2. Two\n\n```spl\nindex=b CommandLine="y" | stats count\n```\n\n| Log | Where |\n| --- | --- |\n| DNS | there |';

const folder = mkdtempSync(join(tmpdir(), 'coverbook-review-site-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const { open } = useBrowser();

/** Address of a page, as somebody opens it out of an artifact. */
function written(html: string, name: string): string {
  const file = join(folder, `${name}.html`);
  writeFileSync(file, html);
  return pathToFileURL(file).href;
}

test.each([
  { colorScheme: 'light', viewport: { width: 1440, height: 900 } },
  { colorScheme: 'dark', viewport: PHONE },
] as const)(
  'the page of a changed playbook has nothing axe finds in the $colorScheme theme',
  async (view) => {
    const page = await open(written(await changedPlaybook(BEFORE, AFTER), view.colorScheme), view);
    expect(await axeFindings(page)).toEqual([]);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    expect(width).toBeLessThanOrEqual(view.viewport.width);
  },
);

test('what a changed playbook quotes does nothing on its page', async () => {
  const hostile = `${HOSTILE}\n\n<p onclick="alert(1)" style="position:fixed">x</p>\n\n![x](https://evil.example/x.png)\n\n\`\`\`\n${HOSTILE}\n\`\`\``;
  const url = written(await changedPlaybook(`Text ${HOSTILE}`, `Other text.\n\n${hostile}`), 'hostile');
  const page = await open('about:blank');
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('dialog', (dialog) => said.push(dialog.message()));
  page.on('request', (request) => said.push(request.url()));
  await page.goto(url);
  const unsafe = await page.locator('script, img, [style], [onclick], a[href^="javascript"]').count();
  expect(said).toEqual([url]);
  expect(unsafe).toBe(0);
});
