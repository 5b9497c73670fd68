import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { SEEDS } from '../fuzz/format-seeds.ts';
import { useBrowser } from './browser.ts';
import { buildWith } from './build-with.ts';
import { foreignOn } from './foreign.ts';
import { ladenFile, type LadenFile } from './laden-file.ts';
import { siteFiles } from './site-files.ts';
import { serve } from './static-server.ts';
import { watchForTrouble } from './trouble.ts';

const { openOwn } = useBrowser();

/** Texts that run, load or lead away where they are taken for markup. */
const PAYLOADS = [
  `<img src=x onerror=document.title='owned'>`,
  `<script>document.title='owned'</script>`,
  `"><svg/onload=document.title='owned'>`,
  `' autofocus onfocus=document.title='owned' x='`,
  `</title></textarea></style></script><iframe srcdoc="<script>top.document.title='owned'</script>">`,
  '[x](javascript:document.title=`owned`)',
  '[x](jAvA&#x09;script:document.title=`owned`)',
  '![x](//evil.example/pixel.png)',
  '<a href="data:text/html,<script>alert(1)</script>">x</a>',
  `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=document.title='owned'>">`,
  '<javascript:document.title=1>',
];

let team: string;
let root: string;
let url: string;
let page: Page;
let close: () => Promise<void>;
const laden = new Map<string, LadenFile>();

beforeAll(async () => {
  team = mkdtempSync(join(tmpdir(), 'coverbook-hostile-'));
  const write = (path: string, text: string): void => {
    mkdirSync(dirname(join(team, path)), { recursive: true });
    writeFileSync(join(team, path), text);
  };
  for (const [id, { extension, text }] of Object.entries(SEEDS)) {
    const file = ladenFile(`any${extension}`, text, PAYLOADS);
    laden.set(id, file);
    write(`content/${id}/any${extension}`, file.text);
  }
  write(
    'coverbook.yaml',
    `title: Team
sources: [{ name: team, path: content }]
threats: ['content/{stix,navigator,dettect-groups,coverbook-threats}/*']
`,
  );
  root = join(team, 'dist');
  await buildWith({ cwd: team, root });
  ({ url, close } = await serve(root, '/'));
  page = await openOwn();
}, 240_000);

afterAll(async () => {
  await close();
  rmSync(team, { recursive: true, force: true });
});

test('every format hands payloads on from several of its fields', () => {
  const places = [...laden].map(([id, file]) => `${id} ${String(file.places)}`);
  process.stderr.write(`${String(PAYLOADS.length)} payloads in: ${places.join(', ')}\n`);
  expect([...laden].filter(([, { places }]) => places === 0).map(([id]) => id)).toEqual([]);
});

test('no page about them holds an element out of a text, runs one, or asks another host for anything', async () => {
  const made = siteFiles(root).filter(
    (path) =>
      path.endsWith('.html') &&
      /^(?:(?:detections|playbooks|exercises|threats|logs|platforms|sources|quality|gaps|backlog|scope|visibility|layers|tactics)\/|index|techniques\/(?:index|T1059|T1105|T1110|T1078)|actors\/(?!C\d|G\d|S\d))/.test(
        path,
      ),
  );
  expect(made.length).toBeGreaterThan(80);
  const found: Record<string, string[]> = {};
  for (const path of made) {
    const trouble = watchForTrouble(page, url);
    await page.goto(url + path.replace(/index\.html$/, ''));
    const title = await page.title();
    const all = [
      ...(await foreignOn(page)),
      ...trouble,
      ...(title === 'owned' ? ['its title was changed'] : []),
    ];
    page.removeAllListeners();
    if (all.length > 0) found[path] = all;
  }
  expect(found).toEqual({});
}, 240_000);
