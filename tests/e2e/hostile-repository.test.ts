import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse as parseCsv } from 'csv-parse/sync';
import { SaxesParser } from 'saxes';
import { x } from 'tinyexec';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { bundleBytes, OBJECTS } from '../attack/small-bundle.ts';
import { makeRepository } from '../git-repository.ts';
import { buildWith } from './build-with.ts';
import { useBrowser } from './browser.ts';
import { foreignOn } from './foreign.ts';
import { siteFiles } from './site-files.ts';
import { serve } from './static-server.ts';
import { watchForTrouble } from './trouble.ts';

const { openOwn } = useBrowser();

/** Texts that run, load or lead away where they are taken for markup. */
const PAYLOADS = [
  `<img src=x onerror=document.title='owned'>`,
  `"><script>document.title='owned'</script>`,
  `</title></style></textarea></script><svg onload=document.title='owned'>`,
  '![x](https://evil.example/pixel.png) ![y](//evil.example/y.png) <img src="//evil.example/z.png">',
  '[x](javascript:document.title=`owned`) <a href="//evil.example">a</a> <a href="irc://evil.example">b</a>',
  '<picture><source srcset="https://evil.example/a.png"><img src="https://evil.example/b.png"></picture>',
  `<form action=//evil.example><button accesskey=s tabindex=1 formaction=javascript:alert(1)>x</button></form>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--><img src=x onerror=document.title='owned'>">`,
  ']]><!--<![CDATA[&x;--> {{constructor.constructor("document.title=1")()}} =HYPERLINK("//evil.example")',
];
const ALL = PAYLOADS.join(' ');

/** As a name of a branch may be: without blanks, colons and brackets of globs. */
const BRANCH = `a<img/src=x/onerror=document.title='owned'>"&lt;`;

/** Keys of STIX whose texts are names, words and addresses of a bundle, and none that hold it together. */
const TEXTS = new Set([
  'name',
  'description',
  'x_mitre_detection',
  'aliases',
  'x_mitre_aliases',
  'url',
  'x_mitre_platforms',
]);

/** A STIX object with payloads behind all its texts. */
function laden(value: unknown, isText = false): unknown {
  if (typeof value === 'string') return isText ? `${value} ${ALL}` : value;
  if (Array.isArray(value)) return value.map((one) => laden(one, isText));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key, laden(inner, isText || TEXTS.has(key))]),
  );
}

const bundle = OBJECTS.map((object) =>
  ['x-mitre-collection', 'x-mitre-matrix'].includes(object.type) ? object : laden(object),
);

const rule = (title: string): string => `title: ${JSON.stringify(title)}
id: 1d2a7c3e-6f0b-4d55-9a3a-0c5b8f3e7a11
status: stable
description: ${JSON.stringify(ALL)}
author: ${JSON.stringify(ALL)}
date: 2026-01-05
tags: [attack.t1001, attack.execution]
logsource: { product: windows, category: process_creation }
detection: { a: { Image: ${JSON.stringify(`=cmd|' /C calc'!A1 ${ALL}`)} }, condition: a }
level: high
`;

let team: string;
let root: string;
let url: string;
let page: Page;
let close: () => Promise<void>;

beforeAll(async () => {
  team = mkdtempSync(join(tmpdir(), 'coverbook-hostile-'));
  root = join(team, 'dist');
  const folder = join(team, 'repository');
  mkdirSync(folder);
  const repository = makeRepository({ folder });
  repository.git('checkout', '--quiet', '-b', BRANCH);
  const commit = (title: string): void => {
    repository.write({
      'coverbook.yaml': `title: Team
site: https://soc.example.org
now: '2026-11-20'
attack: { bundles: [bundle.json] }
sources: [{ name: team, git: ., ref: ${JSON.stringify(BRANCH)}, include: ['content/**'] }]
`,
      'bundle.json': bundleBytes(bundle),
      [`content/rules/=a ${PAYLOADS[0] ?? ''}.yml`]: rule(title),
      'content/hunts/hunt.md': `---\ntitle: ${JSON.stringify(`=1+1 ${ALL}`)}\nhypothesis: ${JSON.stringify(ALL)}\ntechniques: [T1001.001]\nactors: [G0001]\n---\n\n## Steps\n\n${PAYLOADS.join('\n\n')}\n`,
    });
    repository.git('add', '--all');
    repository.git('-c', `user.name=${ALL}`, 'commit', '--quiet', '-m', `${title}\n\n${ALL}`);
  };
  commit(`@SUM(1) ${ALL}`);
  commit(`-1+1 ${PAYLOADS[1] ?? ''} ${ALL}`);
  await buildWith({ cwd: folder, root });
  ({ url, close } = await serve(root, '/'));
  page = await openOwn();
}, 240_000);

afterAll(async () => {
  await close();
  rmSync(team, { recursive: true, force: true });
});

test('no page about a branch, commits, authors, or a bundle of ATT&CK holds, runs or asks for what their texts say', async () => {
  const made = siteFiles(root).filter((path) => path.endsWith('.html') && !/^(?:docs|styleguide)/.test(path));
  expect(made.length).toBeGreaterThan(20);
  const found: Record<string, string[]> = {};
  for (const path of made) {
    const trouble = watchForTrouble(page, url);
    await page.goto(url + path.replace(/index\.html$/, ''));
    const title = await page.title();
    const all = [
      ...(await foreignOn(page)),
      ...trouble,
      ...(title === 'owned' ? ['its title was changed'] : []),
      ...(await page.locator('[srcset], [accesskey], [tabindex="1"], form[action*="evil"]').allInnerTexts()),
    ];
    page.removeAllListeners();
    if (all.length > 0) found[path] = all;
  }
  expect(found).toEqual({});
}, 120_000);

test('the words of commits and of the bundle are on pages, so that this tries something', async () => {
  const [path] = siteFiles(root).filter((file) => /^detections\/team\/.+index\.html$/.test(file));
  await page.goto(url + String(path).replace('index.html', ''));
  expect(await page.locator('main').innerText()).toContain('-1+1');
  await page.goto(`${url}techniques/T1001/`);
  const words = await page.locator('main').innerText();
  for (const prose of ['Prose of a technique.', 'Prose of a procedure.', 'Prose of a mitigation'])
    expect(words).toContain(prose);
});

test('feeds and sitemaps are XML whose texts are texts', () => {
  const files = siteFiles(root).filter((path) => path.endsWith('.xml'));
  expect(files.length).toBeGreaterThan(1);
  for (const path of files) {
    const names = namesIn(readFileSync(join(root, path), 'utf8'));
    expect(names.filter((name) => /^(?:script|img|svg|iframe|form|math|picture|a)$/i.test(name))).toEqual([]);
  }
});

test('layers and API files are JSON, and link nowhere but to the site and to MITRE', () => {
  const files = siteFiles(root).filter((path) => /^(?:layers|api)\/.+\.json$/.test(path));
  expect(files.length).toBeGreaterThan(10);
  for (const path of files) {
    const links = linksIn(JSON.parse(readFileSync(join(root, path), 'utf8')));
    for (const link of links)
      expect(link).toMatch(/^(?:https:\/\/(?:soc\.example\.org|attack\.mitre\.org)\/|[\w/.#<])/);
  }
});

describe('exports', () => {
  async function exported(format: string): Promise<{ path: string; content: Buffer }[]> {
    const out = join(team, format);
    const args = ['export', '--format', format, '--out', out, '--quiet'];
    const { exitCode, stderr } = await x(
      process.execPath,
      [join(import.meta.dirname, '../../scripts/coverbook.ts'), ...args],
      {
        nodeOptions: { cwd: join(team, 'repository') },
      },
    );
    expect(stderr).toBe('');
    expect(exitCode).toBe(0);
    return siteFiles(out).map((path) => ({ path, content: readFileSync(join(out, path)) }));
  }

  test('no cell of a table is a formula', async () => {
    const files = await exported('csv');
    expect(files.length).toBeGreaterThan(8);
    for (const { content } of files)
      for (const cell of parseCsv(content, { relax_column_count: true }).flat())
        if (!/^-?[\d.]+$/.test(cell)) expect(cell).not.toMatch(/^\s*[=+\-@\uff1d\uff0b\uff0d\uff20]/);
  });

  test('a drawing holds no script, no address and no element but its own', async () => {
    const files = await exported('svg');
    expect(files).not.toEqual([]);
    for (const { content } of files) {
      const names = namesIn(content.toString('utf8'));
      expect(
        names.filter(
          (name) =>
            !/^(?:svg|g|rect|text|tspan|title|desc|defs|style|path|line|linearGradient|stop|clipPath|pattern|use)$/.test(
              name,
            ),
        ),
      ).toEqual([]);
    }
  });
});

/** Names of the elements of an XML text, each once; throws where it is not well-formed. */
function namesIn(xml: string): string[] {
  const names = new Set<string>();
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name }) => {
    names.add(name);
  });
  parser.write(xml).close();
  return [...names];
}

/** Values of keys that say where something is. */
function linksIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === 'string'
      ? /^(?:url|href|link)$/.test(key) && inner !== ''
        ? [inner]
        : []
      : linksIn(inner),
  );
}
