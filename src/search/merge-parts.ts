import { joinArray, textPart } from './cbor-array.ts';
import { cutWords } from './cut-words.ts';
import { contentsOf, type Contents, type PartFiles } from './index-part.ts';
import { mergeFilters } from './merge-filters.ts';
import { mergeWords } from './merge-words.ts';
import { nameOf, pack } from './packed.ts';

/** Some of the records, and what Pagefind made of them alone. */
export interface IndexPart {
  files: PartFiles;
  /** The number of each of its records among all, in order. */
  records: readonly number[];
}

interface OpenedPart extends IndexPart {
  contents: Contents;
}

/** What Pagefind looks at first. */
const ENTRY = 'pagefind-entry.json';

/**
 * The files of one search index from those of its parts: the pages, words and filters Pagefind would have written for
 * all records at once. Filters are in a fixed order, which Pagefind's are not: it keeps them in hash maps seeded anew each
 * time. Written for the files of Pagefind 1.5.
 *
 * @param parts At least one; together they hold each record once.
 * @returns Files by path below Pagefind's folder, sorted.
 */
export function mergeParts(parts: readonly IndexPart[]): Map<string, Uint8Array> {
  const opened = parts.map((part) => ({ ...part, contents: contentsOf(part.files) }));
  const fields = [...new Set(opened.flatMap(({ contents }) => contents.fields))].sort();
  const files = new Map<string, Uint8Array>();
  const pages = mergePages(opened, files);
  const chunks = cutWords(mergeWords(opened, fields)).map(({ from, to, body }) => {
    files.set(`index/${nameOf(body)}.pf_index`, pack(body));
    return joinArray([from, to, nameOf(body)].map(textPart));
  });
  const filters = mergeFilters(opened).map(({ name, body }) => {
    files.set(`filter/${nameOf(body)}.pf_filter`, pack(body));
    return joinArray([textPart(name), textPart(nameOf(body))]);
  });
  const [first] = opened;
  if (!first) throw new Error('Unexpected search index, expected a part');
  const meta = joinArray([
    first.contents.version,
    joinArray(pages),
    joinArray(chunks),
    joinArray(filters),
    joinArray([]),
    joinArray(fields.map(textPart)),
  ]);
  files.set(`pagefind.${nameOf(meta)}.pf_meta`, pack(meta));
  for (const [path, content] of first.files) if (!isPacked(path)) files.set(path, content);
  files.set(ENTRY, entryFile(first.files, nameOf(meta), pages.length));
  return new Map([...files].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Each page's entry in the list of contents; puts its fragment among the files. */
function mergePages(parts: readonly OpenedPart[], files: Map<string, Uint8Array>): Uint8Array[] {
  const found: { fragment: string; words: Uint8Array; content: Uint8Array }[] = [];
  for (const { contents, records, files: own } of parts) {
    if (contents.pages.length !== records.length)
      throw new Error('Unexpected search index, expected a page for each record');
    for (const [index, { fragment, words }] of contents.pages.entries()) {
      const content = own.get(`fragment/${fragment}.pf_fragment`);
      if (!content) throw new Error('Unexpected search index, expected a fragment for each page');
      found[records[index] ?? 0] = { fragment, words, content };
    }
  }
  return found.map(({ fragment, words, content }) => {
    // Names are short digests: two parts may have given one to different pages.
    let name = fragment;
    for (let more = 2; isOther(files.get(`fragment/${name}.pf_fragment`), content); more++)
      name = `${fragment}-${String(more)}`;
    files.set(`fragment/${name}.pf_fragment`, content);
    return joinArray([textPart(name), words]);
  });
}

function isOther(known: Uint8Array | undefined, content: Uint8Array): boolean {
  return known !== undefined && Buffer.compare(known, content) !== 0;
}

function isPacked(path: string): boolean {
  return /\.pf_(?:meta|index|filter|fragment)$/.test(path);
}

/** What Pagefind looks at first: where the list of contents is. */
function entryFile(files: PartFiles, contents: string, pages: number): Uint8Array {
  const entry = JSON.parse(Buffer.from(files.get(ENTRY) ?? []).toString('utf8')) as {
    languages: { en: { hash: string; page_count: number } };
  };
  Object.assign(entry.languages.en, { hash: contents, page_count: pages });
  return Buffer.from(JSON.stringify(entry));
}
