import { createIndex } from 'pagefind';
import { toCustomRecord } from './custom-record.ts';
import type { DocumentationPage } from './documentation-pages.ts';
import type { PartFiles } from './index-part.ts';
import { mergeParts, type IndexPart } from './merge-parts.ts';
import { NO_PARTS, type PartCache } from './part-cache.ts';
import type { RecordPart } from './record-parts.ts';
import type { SearchRecord } from './record.ts';

/** The parts of Pagefind the site uses; its own search boxes and highlighter stay out. */
const USED =
  /^(?:(?:fragment|index|filter)\/|pagefind(?:-worker)?\.js$|pagefind-entry\.json$|pagefind\.\w+\.pf_meta$|wasm\.en\.)/;

/**
 * The files of a search index, by path from the root of the site (`pagefind/pagefind.js`), sorted: the same bytes for the
 * same records. Pagefind makes them part by part, in a process of its own.
 *
 * @param parts Each is let go of as it is taken.
 * @param cache Keeps what was made of parts between runs.
 * @throws SearchIndexError when Pagefind refuses a record.
 */
export async function indexFiles(
  parts: Iterable<RecordPart>,
  cache: PartCache = NO_PARTS,
): Promise<Map<string, Uint8Array>> {
  const made: IndexPart[] = [];
  for (const { numbers, json, isDocumentation = false } of parts) {
    let files = cache.get(json);
    if (!files) {
      files = await indexPart(await recordsOf(json, isDocumentation));
      cache.keep(json, files);
    }
    made.push({ files, records: numbers });
  }
  return new Map([...mergeParts(made)].map(([path, content]) => [`pagefind/${path}`, content]));
}

async function recordsOf(json: Uint8Array, isDocumentation: boolean): Promise<SearchRecord[]> {
  const given = JSON.parse(new TextDecoder().decode(json)) as unknown;
  if (!isDocumentation) return given as SearchRecord[];
  const { documentationRecord } = await import('./records/documentation.ts');
  return (given as DocumentationPage[]).map(({ name, mdx }) => documentationRecord(name, mdx));
}

async function indexPart(records: readonly SearchRecord[]): Promise<PartFiles> {
  const { index, errors } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new SearchIndexError(errors);
  try {
    const added = await Promise.all(records.map((record) => index.addCustomRecord(toCustomRecord(record))));
    const refused = added.flatMap((answer) => answer.errors);
    if (refused.length > 0) throw new SearchIndexError(refused);
    const { files, errors: failures } = await index.getFiles();
    if (failures.length > 0) throw new SearchIndexError(failures);
    return new Map(files.filter(({ path }) => USED.test(path)).map(({ path, content }) => [path, content]));
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
