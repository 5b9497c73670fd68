import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type * as Made from '../../src/site/bundle/make-bundle.ts';
import { copyBundle } from '../../src/site/bundle/copy-bundle.ts';
import { SHIPPED } from '../../src/site/bundle/shipped-bundle.ts';
import { CODE } from '../../src/site/bundle/site-bundle.ts';

/** What stands in the package for the folder its pages were compiled in, and that of packages: names of modules in it. */
const NOWHERE = '/coverbook';

/**
 * Compiles the pages of a package whose modules are compiled, as every site without MDX of its own has them: whoever
 * installs it need not.
 *
 * @param root Folder of the package, absolute.
 */
export async function compilePages(root: string): Promise<void> {
  const target = join(root, SHIPPED);
  rmSync(target, { recursive: true, force: true });
  const bundle = await makeBundle(root);
  try {
    copyBundle(bundle.folder, target);
    for (const path of globSync(`${CODE}/**/*.mjs`, { cwd: target })) {
      const file = join(target, path);
      let code = readFileSync(file, 'utf8');
      for (const name of [bundle.folder, join(root, 'node_modules')]) code = code.replaceAll(name, NOWHERE);
      writeFileSync(file, code);
    }
  } finally {
    bundle.remove();
  }
}

/** The compiled modules make it: their names are in what they make. */
async function makeBundle(root: string): Promise<{ folder: string; remove: () => void }> {
  const compiled = pathToFileURL(join(root, 'lib/site/bundle/make-bundle.js')).href;
  const { makeBundle: make } = (await import(compiled)) as typeof Made;
  return await make({ root, keys: new Map() });
}
