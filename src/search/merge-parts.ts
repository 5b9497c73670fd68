import { joinArray, numberPart, textPart } from './cbor-array.ts';
import { contentsOf, filterOf, type Contents, type PartFiles } from './index-part.ts';
import { mergeWords, type MergedWord } from './merge-words.ts';
import { nameOf, pack, unpack } from './packed.ts';
import { encodeWords } from './word-index.ts';

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
/** Of the word index, unpacked: about as Pagefind cuts its own. */
const BYTES_IN_A_CHUNK = 60_000;

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
  const chunks = chunksOf(mergeWords(opened, fields)).map(({ from, to, body }) => {
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

interface Chunk {
  /** What its first word begins with, as far as tells it from the last of the chunk before; its own for the first. */
  from: string;
  to: string;
  body: Uint8Array;
}

/** Cuts words into files of about one size. */
function chunksOf(words: Iterable<MergedWord>): Chunk[] {
  const cut: MergedWord[][] = [];
  let size = BYTES_IN_A_CHUNK;
  for (const word of words) {
    if (size >= BYTES_IN_A_CHUNK) {
      cut.push([]);
      size = 0;
    }
    cut.at(-1)?.push(word);
    size += word.bytes.length;
  }
  return cut.map((chunk, index) => {
    const [first, last] = [chunk[0]?.word ?? '', chunk.at(-1)?.word ?? ''];
    const [before, after] = [cut[index - 1]?.at(-1)?.word, cut[index + 1]?.[0]?.word];
    return {
      from: before === undefined ? first : distinguishing(first, before),
      to: after === undefined ? last : distinguishing(last, after),
      body: encodeWords(chunk.map(({ bytes }) => bytes)),
    };
  });
}

/** What a word begins with, up to the first character in which it is not as the other. */
function distinguishing(word: string, other: string): string {
  const [characters, others] = [Array.from(word), Array.from(other)];
  const at = characters.findIndex((character, index) => character !== others[index]);
  return characters.slice(0, at + 1 || characters.length).join('');
}

/** The filters of all parts, in order, each as its file is to hold it. */
function mergeFilters(parts: readonly OpenedPart[]): { name: string; body: Uint8Array }[] {
  const filters = new Map<string, Map<string, number[]>>();
  for (const { contents, records, files } of parts)
    for (const file of contents.filters) {
      const content = files.get(`filter/${file}.pf_filter`);
      if (!content) throw new Error('Unexpected search index, expected each file it names');
      const { name, values } = filterOf(unpack(content));
      const merged = filters.get(name) ?? new Map<string, number[]>();
      filters.set(name, merged);
      for (const [value, pages] of values) {
        const among = pages.map((page) => records[page] ?? 0);
        merged.set(value, [...(merged.get(value) ?? []), ...among]);
      }
    }
  return [...filters].sort(byName).map(([name, values]) => ({
    name,
    body: joinArray([
      textPart(name),
      joinArray(
        [...values]
          .sort(byName)
          .map(([value, pages]) =>
            joinArray([textPart(value), joinArray(pages.sort((a, b) => a - b).map(numberPart))]),
          ),
      ),
    ]),
  }));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
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
