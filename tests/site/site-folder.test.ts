import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { makeSiteFolder } from '../../src/site/site-folder.ts';
import { temporaryFolder } from '../git-repository.ts';

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A team's folder with the package installed, which brings a newer `nested` of its own. */
function installed(): string {
  const team = realpathSync(temporaryFolder());
  const modules = join(team, 'node_modules');
  const root = join(modules, 'coverbook');
  write(join(modules, 'hoisted/index.js'), 'module.exports = "hoisted";');
  write(join(modules, 'nested/index.js'), 'module.exports = "older";');
  write(join(root, 'node_modules/nested/index.js'), 'module.exports = "newer";');
  write(join(root, 'lib/page.js'), 'page');
  write(join(root, 'tests/page.js'), 'test');
  write(join(root, 'package.json'), '{}');
  return root;
}

test('only what is asked for is copied, and all of it is removed again', () => {
  const folder = makeSiteFolder(installed(), ['lib', 'package.json']);
  expect(readFileSync(join(folder.root, 'lib/page.js'), 'utf8')).toBe('page');
  expect(existsSync(join(folder.root, 'package.json'))).toBe(true);
  expect(existsSync(join(folder.root, 'tests'))).toBe(false);
  folder.remove();
  expect(existsSync(folder.root)).toBe(false);
});

test('code in it finds the packages that code of the installed package finds, the nearest first', () => {
  const root = installed();
  const folder = makeSiteFolder(root, ['lib']);
  const require = createRequire(join(folder.root, 'lib/chunk.js'));
  expect(require('hoisted')).toBe('hoisted');
  expect(require('nested')).toBe('newer');
  expect(folder.modules.slice(0, 2)).toEqual([join(root, 'node_modules'), dirname(root)]);
  folder.remove();
  expect(existsSync(join(root, 'node_modules/nested/index.js'))).toBe(true);
});

test('nothing is left behind when a part is missing', () => {
  const root = installed();
  const temporary = temporaryFolder();
  vi.stubEnv('TMPDIR', temporary);
  vi.stubEnv('TEMP', temporary);
  expect(() => makeSiteFolder(root, ['nowhere'])).toThrow(/ENOENT/);
  expect(readdirSync(temporary)).toEqual([]);
  vi.unstubAllEnvs();
});
