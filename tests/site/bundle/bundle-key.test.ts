import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bundleKey } from '../../../src/site/bundle/bundle-key.ts';
import type { OwnMdx } from '../../../src/site/own-mdx.ts';
import { temporaryFolder } from '../../git-repository.ts';

const NONE: OwnMdx = { root: '/team', keys: new Map() };

/** A hunt in MDX, in a folder of the team. */
function withMdx(text: string, root = temporaryFolder()): OwnMdx {
  writeFileSync(join(root, 'hunt.mdx'), text);
  return { root, keys: new Map([['hunt.mdx', 'hunt-1']]) };
}

test('code is the same wherever the team works, and whatever its pages say', () => {
  expect(bundleKey({ ...NONE, root: '/another' })).toBe(bundleKey(NONE));
});

test('the team’s own MDX is part of the code', () => {
  const own = withMdx('# Look for <Callout>it</Callout>.');
  const first = bundleKey(own);
  expect(first).toBeDefined();
  expect(first).not.toBe(bundleKey(NONE));
  expect(bundleKey(own)).toBe(first);
  expect(bundleKey(withMdx('# Look for <Callout>them</Callout>.', own.root))).not.toBe(first);
  expect(bundleKey({ ...own, keys: new Map([['hunt.mdx', 'hunt-2']]) })).not.toBe(first);
});

test.each([
  ['another module', "import Chart from './chart.jsx';\n\n<Chart />"],
  ['another module, later', "{await import('./chart.js')}"],
  ['what another module exports', "export { Chart } from './chart.jsx';\n\n<Chart />"],
  ['the environment', 'Ask {process.env.TEAM}.'],
  ['the time', 'As of {new Date().toISOString()}.'],
  ['an image', '![What it looks like](./screen.png)'],
  ['a layout', '---\nlayout: ../layouts/hunt.astro\n---\n\n# Hunt'],
])('what MDX brings along is not known beforehand: %s', (_what, text) => {
  expect(bundleKey(withMdx(text))).toBeUndefined();
});

test('words of prose bring nothing along', () => {
  const text = 'The loader will import a DLL; a process. To export a table, fetch it. Mind the date.';
  expect(bundleKey(withMdx(text))).toBeDefined();
});

test('MDX that cannot be read is not known', () => {
  expect(bundleKey({ ...NONE, keys: new Map([['gone.mdx', 'gone']]) })).toBeUndefined();
});
