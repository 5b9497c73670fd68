import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { keepBundle, keptBundle } from '../../../src/site/bundle/kept-bundle.ts';
import type { SiteBundle } from '../../../src/site/bundle/site-bundle.ts';
import { temporaryFolder } from '../../git-repository.ts';

function bundle(text = 'export const app = 1;'): SiteBundle {
  const folder = temporaryFolder();
  for (const [path, content] of [
    ['code/prerender-entry.mjs', text],
    ['shared/assets/page.css', 'p {}'],
    ['shared/favicon.svg', '<svg/>'],
    ['bundle.json', '{}'],
    ['node_modules/other/index.js', 'not of it'],
  ] as const) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
  return { folder, remove: () => undefined };
}

test('what was kept is found under its key, and only what belongs to it', () => {
  const folder = join(temporaryFolder(), 'not/there/yet');
  expect(keptBundle(folder, 'a')).toBeUndefined();
  keepBundle(folder, 'a', bundle());
  const found = keptBundle(folder, 'a')?.folder ?? '';
  expect(readFileSync(join(found, 'code/prerender-entry.mjs'), 'utf8')).toBe('export const app = 1;');
  expect(readFileSync(join(found, 'shared/assets/page.css'), 'utf8')).toBe('p {}');
  expect(existsSync(join(found, 'node_modules'))).toBe(false);
  expect(keptBundle(folder, 'b')).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['a']);
});

const DAMAGES: [what: string, change: (place: string) => void][] = [
  [
    'a module that was changed',
    (place) => {
      appendFileSync(join(place, 'code/prerender-entry.mjs'), ' evil();');
    },
  ],
  [
    'a module that was added',
    (place) => {
      writeFileSync(join(place, 'code/more.mjs'), '');
    },
  ],
  [
    'a stylesheet that is gone',
    (place) => {
      rmSync(join(place, 'shared/assets/page.css'));
    },
  ],
  [
    'a seal that was cut',
    (place) => {
      writeFileSync(join(place, 'seal.json'), '["');
    },
  ],
  [
    'no seal',
    (place) => {
      rmSync(join(place, 'seal.json'));
    },
  ],
  [
    'nothing but a folder',
    (place) => {
      rmSync(place, { recursive: true });
      mkdirSync(place);
    },
  ],
];

test.each(DAMAGES)('%s: there is no bundle, and the next one takes its place', (_what, change) => {
  const folder = temporaryFolder();
  keepBundle(folder, 'a', bundle());
  change(join(folder, 'a'));
  expect(keptBundle(folder, 'a')).toBeUndefined();
  keepBundle(folder, 'a', bundle('export const app = 2;'));
  const found = keptBundle(folder, 'a')?.folder ?? '';
  expect(readFileSync(join(found, 'code/prerender-entry.mjs'), 'utf8')).toBe('export const app = 2;');
});

test('one that is whole is left to those who use it', () => {
  const folder = temporaryFolder();
  keepBundle(folder, 'a', bundle());
  keepBundle(folder, 'a', bundle('export const app = 2;'));
  const found = keptBundle(folder, 'a')?.folder ?? '';
  expect(readFileSync(join(found, 'code/prerender-entry.mjs'), 'utf8')).toBe('export const app = 1;');
  expect(readdirSync(folder)).toEqual(['a']);
});

test('the six used last stay; older ones go once nobody can be using them', () => {
  const folder = temporaryFolder();
  const used = (name: string, hoursAgo: number): void => {
    const time = new Date(Date.now() - hoursAgo * 3_600_000);
    utimesSync(join(folder, name), time, time);
  };
  for (let number = 1; number <= 8; number++) {
    keepBundle(folder, `k${String(number)}`, bundle());
    used(`k${String(number)}`, 20 - number);
  }
  // Of a run that was killed while it kept one.
  mkdirSync(join(folder, 'k9.1.tmp'));
  used('k9.1.tmp', 30);
  used('k3', 0.5);
  // Using one makes it the last used.
  expect(keptBundle(folder, 'k4')).toBeDefined();
  keepBundle(folder, 'k10', bundle());
  expect(readdirSync(folder).sort()).toEqual(['k10', 'k3', 'k4', 'k6', 'k7', 'k8'].sort());
});

test('where nothing can be written, nothing is kept and nobody is told', () => {
  const folder = temporaryFolder();
  writeFileSync(join(folder, 'file'), '');
  keepBundle(join(folder, 'file/bundles'), 'a', bundle());
  expect(keptBundle(join(folder, 'file/bundles'), 'a')).toBeUndefined();
  expect(readdirSync(folder)).toEqual(['file']);
});

test('a bundle that is not whole is not kept', () => {
  const folder = temporaryFolder();
  const half = bundle();
  rmSync(join(half.folder, 'bundle.json'));
  keepBundle(folder, 'a', half);
  expect(keptBundle(folder, 'a')).toBeUndefined();
  expect(readdirSync(folder)).toEqual([]);
});
