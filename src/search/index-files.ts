import { createIndex, type IndexFile } from 'pagefind';
import { toCustomRecord } from './custom-record.ts';
import type { SearchRecord } from './record.ts';
import { stableIndex } from './stable-index.ts';

/** The parts of Pagefind the site uses; its own search boxes and highlighter stay out. */
const USED =
  /^(?:(?:fragment|index|filter)\/|pagefind(?:-worker)?\.js$|pagefind-entry\.json$|pagefind\.\w+\.pf_meta$|wasm\.en\.)/;

/**
 * The files of a search index, by path from the root of the site (`pagefind/pagefind.js`), sorted: the same bytes for the
 * same records. Pagefind works in a process of its own meanwhile, and is given its records as fast as it takes them.
 *
 * @param lots Records, some hundred at a time: those of a lot are under way together, in both processes.
 * @throws Error when Pagefind refuses a record.
 */
export async function indexFiles(lots: Iterable<readonly SearchRecord[]>): Promise<Map<string, Uint8Array>> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new SearchIndexError(errors);
  try {
    for (const records of lots) {
      const added = await Promise.all(records.map((record) => index.addCustomRecord(toCustomRecord(record))));
      const refused = added.flatMap((answer) => answer.errors);
      if (refused.length > 0) throw new SearchIndexError(refused);
    }
    const { files, errors: failures } = await index.getFiles();
    if (failures.length > 0) throw new SearchIndexError(failures);
    const stable = stableIndex(files.filter(({ path }) => USED.test(path)).sort(byPath));
    return new Map([...stable].map(([path, content]) => [`pagefind/${path}`, content]));
  } finally {
    await index.deleteIndex();
  }
}

/** Pagefind could not make an index. */
export class SearchIndexError extends Error {
  constructor(reasons: readonly string[]) {
    super(`The search index could not be made: ${reasons.join('; ')}`);
    this.name = 'SearchIndexError';
  }
}

function byPath(a: IndexFile, b: IndexFile): number {
  return a.path < b.path ? -1 : 1;
}
