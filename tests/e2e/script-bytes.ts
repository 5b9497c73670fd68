import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readPage } from './site-files.ts';

/** Bytes of the scripts a page runs at once: those it names and what they import, each once. */
export function scriptBytes(root: string, path: string): number {
  const seen = new Set<string>();
  const queue = readPage(root, path)
    .links.filter(({ tag, value }) => tag === 'script' && value !== '')
    .map(({ value }) => value.slice(1));
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    const code = readFileSync(join(root, file), 'utf8');
    // A dynamic `import(…)` waits for a reader who asks for it.
    for (const [, name = ''] of code.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+\.js)["']/g))
      queue.push(join(dirname(file), name));
  }
  return [...seen].reduce((sum, file) => sum + statSync(join(root, file)).size, 0);
}
