import { join, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { assertReplaceable, OutDirError } from '../../src/site/out-dir.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';

const root = resolve('/team/rules');
const workspace = {
  config: { root },
  sources: [{ spec: { path: join(root, 'content') } }],
} as unknown as Workspace;

test('an output folder that holds the config, a source, or the working directory is refused', () => {
  for (const folder of [root, resolve('/team'), join(root, 'content'), process.cwd()]) {
    expect(() => {
      assertReplaceable(folder, workspace);
    }).toThrow(OutDirError);
  }
});

test('a folder beside or below them is fine, even when its name starts alike', () => {
  for (const folder of [
    join(root, 'dist'),
    join(root, 'content-dist'),
    resolve('/team/rules-site'),
    join(root, '..dist'),
  ]) {
    expect(() => {
      assertReplaceable(folder, workspace);
    }).not.toThrow();
  }
});
