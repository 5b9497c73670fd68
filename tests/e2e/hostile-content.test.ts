import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { useBrowser } from './browser.ts';
import { buildWith } from './build-with.ts';
import { foreignOn } from './foreign.ts';
import { siteFiles } from './site-files.ts';
import { serve } from './static-server.ts';
import { watchForTrouble } from './trouble.ts';

const { open, openOwn } = useBrowser();

/** Texts that run, load or lead away where they are taken for markup. */
const PAYLOADS = [
  `<script>document.title='owned'</script>`,
  `<img src=x onerror=document.title='owned'>`,
  `<svg/onload=document.title='owned'>`,
  `"><a href=javascript:document.title='owned'>x</a>`,
  `' autofocus onfocus=document.title='owned' x='`,
  `</title></textarea></style><iframe src=//evil.example></iframe>`,
  '[x](javascript:document.title=`owned`)',
  '![x](https://evil.example/pixel.png)',
  '{{7*7}}${7*7}#{7*7}<%= 7*7 %>',
  '\u202eowned\u2066\u0007',
];
const ALL = PAYLOADS.join(' ');

/** As YAML takes it, whatever it holds. */
const quoted = (text: string): string => JSON.stringify(text);

const FILES: Record<string, string> = {
  'coverbook.yaml': `title: ${quoted(`Team ${PAYLOADS[1]}`)}
description: ${quoted(ALL)}
now: '2026-11-20'
attack: { domains: [ics] }
sources: [{ name: team, path: content }]
threats: [content/threats/*.yaml]
`,
  "content/rules/a <img src=x onerror=document.title='owned'>.yml": `title: ${quoted(ALL)}
id: ${quoted('1d2a7c3e-6f0b-4d55-9a3a-0c5b8f3e7a11')}
status: stable
description: ${quoted(ALL)}
author: ${quoted(ALL)}
date: 2026-01-05
modified: ${quoted(PAYLOADS[0] ?? '')}
references: [${PAYLOADS.map(quoted).join(', ')}, 'javascript:alert(1)', 'https://evil.example/"onmouseover=alert(1)']
tags: [attack.t0843, ${PAYLOADS.map((text) => quoted(`attack.${text}`)).join(', ')}]
logsource: { product: ${quoted(PAYLOADS[0] ?? '')}, category: ${quoted(PAYLOADS[1] ?? '')}, service: ${quoted(PAYLOADS[2] ?? '')} }
detection: { a: [${PAYLOADS.map(quoted).join(', ')}], condition: a }
fields: [${PAYLOADS.map(quoted).join(', ')}]
falsepositives: [${PAYLOADS.map(quoted).join(', ')}]
level: ${quoted(PAYLOADS[3] ?? '')}
`,
  'content/rules/broken.yml': `title: ${quoted(ALL)}\nlogsource: {}\ndetection: ${quoted(ALL)}\ntags: [attack.t9999]\n`,
  'content/rules/torn.yml': `title: "${ALL}\n  - [`,
  'content/hunts/hunt.md': `---
id: ${quoted(ALL)}
title: ${quoted(ALL)}
hypothesis: ${quoted(ALL)}
techniques: [T0843]
actors: [${PAYLOADS.map(quoted).join(', ')}]
platforms: [${PAYLOADS.map(quoted).join(', ')}]
dataSources: [${PAYLOADS.map(quoted).join(', ')}]
owner: ${quoted(ALL)}
reviewed: 2026-08-24
runs: [{ date: 2026-08-24, outcome: findings, findings: 1, notes: ${quoted(ALL)} }]
references: ['https://evil.example/?a="onclick=x']
---

## Hypothesis ${PAYLOADS[1] ?? ''}

${PAYLOADS.join('\n\n')}

## ABLE

| Element | ${PAYLOADS[2] ?? ''} |
| --- | --- |
| Actor | ${PAYLOADS.filter((text) => !text.includes('|')).join(' ')} |

## Execution

### ${PAYLOADS[0] ?? ''}

\`\`\`${PAYLOADS[3] ?? ''}
${PAYLOADS.join('\n')}
\`\`\`

1. ${ALL}
`,
  'content/hunts/program.md': `---js\nglobalThis.owned = true\n---\n`,
  'content/exercises/one.yaml': `title: ${quoted(ALL)}
date: 2026-03-18
environment: ${quoted(ALL)}
summary: ${quoted(ALL)}
results:
  - { technique: T0843, outcome: missed, test: ${quoted(ALL)}, detections: [${quoted(ALL)}], notes: ${quoted(ALL)} }
`,
  'content/threats/profile.yaml': `id: team
title: ${quoted(ALL)}
description: ${quoted(ALL)}
actors: [{ actor: ${quoted(ALL)}, own: true, weight: 6, reason: ${quoted(ALL)} }]
procedures: [{ technique: T0843, actor: ${quoted(ALL)}, text: ${quoted(ALL)}, source: ${quoted(ALL)} }]
`,
  'content/decisions.yaml': `decisions: [{ techniques: [T0800], state: accepted, reason: ${quoted(ALL)}, owner: ${quoted(ALL)}, review: 2026-01-01 }]\n`,
  'content/logs.yaml': `collected: [{ logSource: ${quoted(ALL)}, quality: 1, notes: ${quoted(ALL)} }]\n`,
};

let root: string;
let url: string;
let page: Page;
let close: () => Promise<void>;

beforeAll(async () => {
  const team = mkdtempSync(join(tmpdir(), 'coverbook-hostile-'));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(team, path)), { recursive: true });
    writeFileSync(join(team, path), text);
  }
  root = join(team, 'dist');
  await buildWith({ cwd: team, root });
  ({ url, close } = await serve(root, '/'));
  page = await openOwn();
  return () => {
    rmSync(team, { recursive: true, force: true });
  };
});

afterAll(async () => {
  await close();
});

const foreign = (on = page): Promise<string[]> => foreignOn(on);

test('the check sees what it looks for', async () => {
  // A page of its own: what is put into it goes on asking for what it names.
  const other = await open(`${url}404.html`);
  expect(await foreign(other)).toEqual([]);
  await other.evaluate((html) => {
    document.body.insertAdjacentHTML('beforeend', html);
  }, ALL);
  expect((await foreign(other)).length).toBeGreaterThanOrEqual(5);
});

test('what the files hold is read, so that it is on the pages', () => {
  const pages = siteFiles(root);
  for (const folder of ['detections/team/', 'playbooks/', 'exercises/', 'threats/'])
    expect(pages.filter((path) => path.startsWith(folder) && path.split('/').length > 2)).not.toEqual([]);
});

test('no page holds an element out of a text, runs one, or asks another host for anything', async () => {
  const made = siteFiles(root).filter(
    (path) =>
      path.endsWith('.html') && !/^(?:docs|techniques\/T(?!0843|0800)|actors\/[CGS]\d|styleguide)/.test(path),
  );
  expect(made.length).toBeGreaterThan(40);
  const found: Record<string, string[]> = {};
  for (const path of made) {
    const trouble = watchForTrouble(page, url);
    await page.goto(url + path.replace(/index\.html$/, ''));
    const title = await page.title();
    const all = [...(await foreign()), ...trouble, ...(title === 'owned' ? ['its title was changed'] : [])];
    page.removeAllListeners();
    if (all.length > 0) found[path] = all;
  }
  expect(found).toEqual({});
}, 240_000);

test.each([
  'search/?q=owned',
  'detections/?q=owned',
  'matrix/ics/?as=table',
  `search/?q=${encodeURIComponent(ALL)}`,
])('nor does what a script writes into a page: %s', async (address) => {
  const trouble = watchForTrouble(page, url);
  await page.goto(url + address, { waitUntil: 'networkidle' });
  expect(await foreign()).toEqual([]);
  expect(await page.title()).not.toBe('owned');
  page.removeAllListeners();
  expect(trouble).toEqual([]);
});
