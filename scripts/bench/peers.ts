import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeHugoSite, type ListedRule } from './hugo/write-hugo-site.ts';
import type { Ground } from './ground.ts';
import { measure, measureCommand, medianOf, type Cost } from './measure.ts';
import { run } from './run.ts';
import { buildSite, largeSite } from './site.ts';
import { costHead, costRow, type BenchTable } from './table.ts';

const NODE_MODULES = join(import.meta.dirname, '../../node_modules');

/**
 * The same pages by others, in one run: Hugo with a minimal template, a script that writes what is built once more, Pagefind's
 * index of it alone. Hugo's row is missing where Hugo is.
 */
export function benchPeers(ground: Ground): BenchTable {
  ground.forget();
  const config = largeSite(ground);
  const cold = buildSite(ground, config, 'peer-site');
  const { root, pages } = cold;
  const copy = rewrite(ground, root, 'copy');
  const template = rewrite(ground, root, 'template');
  const hugo = hugoSite(ground, root, pages);
  const pagefind = measureCommand(join(NODE_MODULES, '.bin/pagefind'), [
    '--site',
    root,
    '--output-path',
    join(ground.folder, 'pagefind'),
  ]);
  const count = pages.toLocaleString('en');
  return {
    id: 'peers',
    title: `${count} pages of all public rule sets`,
    head: costHead('', 'bare write'),
    rows: [
      costRow('bare write: the built HTML read and written again', copy, copy),
      costRow('the same through a template literal', template, copy),
      ...(hugo ? [costRow(`Hugo ${hugo.version}, minimal template`, hugo.cost, copy)] : []),
      costRow('Pagefind alone, over the built HTML', pagefind, copy),
      costRow('coverbook build, cold', cold, copy),
    ],
  };
}

function rewrite(ground: Ground, root: string, how: 'copy' | 'template'): Cost {
  const to = join(ground.folder, `rewritten-${how}`);
  return medianOf(3, () => {
    rmSync(to, { recursive: true, force: true });
    return measure([join(import.meta.dirname, 'rewrite-pages.ts'), root, to, how]);
  });
}

function hugoSite(ground: Ground, root: string, pages: number): { version: string; cost: Cost } | undefined {
  let version: string;
  try {
    version = /v([\d.]+)/.exec(run('hugo', ['version']))?.[1] ?? '';
  } catch {
    process.stderr.write('Hugo is not installed, so its row is missing.\n');
    return undefined;
  }
  const folder = join(ground.folder, 'hugo');
  const rules = JSON.parse(readFileSync(join(root, 'api/detections.json'), 'utf8')) as ListedRule[];
  const folders = new Map(ground.everything().map(({ name, git, path }) => [name, git ?? path ?? '']));
  writeHugoSite(
    folder,
    rules,
    ({ source, path }) => readFileSync(join(folders.get(source) ?? '', path), 'utf8'),
    pages,
  );
  const cost = medianOf(3, () => {
    rmSync(join(folder, 'public'), { recursive: true, force: true });
    return measureCommand('hugo', ['--source', folder, '--quiet']);
  });
  return { version, cost };
}
