/**
 * Writes `lib/`, the tree of `src/` as an installed package needs it (Node strips no types under `node_modules`), and
 * `bundle/`, the code of its pages. Run by `npm pack`; a checkout runs its sources.
 */
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { compileModule, relinkComponent } from './compile/module.ts';
import { compilePages } from './compile/pages.ts';

const root = join(import.meta.dirname, '..');
const [from, into] = [join(root, 'src'), join(root, 'lib')];

rmSync(into, { recursive: true, force: true });
for (const path of globSync('**/*.*', { cwd: from })) {
  if (path.endsWith('.d.ts')) continue;
  const target = join(into, path.replace(/\.ts$/, '.js'));
  mkdirSync(dirname(target), { recursive: true });
  if (path.endsWith('.ts')) writeFileSync(target, compileModule(read(path), path));
  else if (path.endsWith('.astro')) writeFileSync(target, relinkComponent(read(path)));
  else cpSync(join(from, path), target);
}
await compilePages(root);

function read(path: string): string {
  return readFileSync(join(from, path), 'utf8');
}
