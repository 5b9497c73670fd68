import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fieldLists, textOf } from '../documents/fields.ts';

/**
 * The layer files that the index of an earlier run names: paths relative to the folder. Only these are ours to remove,
 * whatever else lies beside them. None when there is no index, or none that can be read.
 */
export async function formerLayers(outDir: string): Promise<string[]> {
  let index: unknown;
  try {
    index = JSON.parse(await readFile(join(outDir, 'layers/index.json'), 'utf8'));
  } catch {
    return [];
  }
  const entries = fieldLists(index).map(({ fields }) => fields);
  const files = entries.flatMap(({ file }) => textOf(file) ?? []);
  const together = entries.flatMap(({ domain }) => {
    const name = textOf(domain);
    return name === undefined ? [] : [`layers/${name}-all.json`];
  });
  return [...new Set([...files, ...together])].filter((file) => /^layers\/[^/\\]+\.json$/.test(file));
}

/**
 * Removes what an earlier run made and this one did not, so that a folder holds the layers of one run.
 *
 * @param former From {@link formerLayers}, asked before this run wrote its own index.
 * @returns How many were removed.
 */
export async function removeStaleLayers(
  outDir: string,
  former: readonly string[],
  files: ReadonlyMap<string, unknown>,
): Promise<number> {
  const stale = former.filter((file) => !files.has(file));
  for (const file of stale) await rm(join(outDir, file), { force: true });
  return stale.length;
}
