import { arrayParts, numberAt, textOf } from './cbor-array.ts';
import { unpack } from './packed.ts';

/** What Pagefind made of some of the records, by path below its folder. */
export type PartFiles = ReadonlyMap<string, Uint8Array>;

/** The list of contents of Pagefind's files, its `pf_meta`: `[version, pages, chunks, filters, sorts, fields]`. */
export interface Contents {
  version: Uint8Array;
  /** The name of each page's fragment, and its number of words as CBOR, in the order the records were given in. */
  pages: { fragment: string; words: Uint8Array }[];
  /** Files of the word index, in the order of their words. */
  chunks: string[];
  /** Names of files. */
  filters: string[];
  /** What a record may have beside its text, in the order their numbers in the word index go by. */
  fields: string[];
}

/** @throws Error when Pagefind has written something else than version 1.5 does. */
export function contentsOf(files: PartFiles): Contents {
  const [meta] = [...files].find(([path]) => path.endsWith('.pf_meta'))?.slice(1) ?? [];
  if (!(meta instanceof Uint8Array)) throw new Error('Unexpected search index, expected a list of contents');
  const [version, pages, chunks, filters, sorts, fields, ...more] = arrayParts(unpack(meta));
  if (!version || !pages || !chunks || !filters || !sorts || !fields || more.length > 0)
    throw new Error('Unexpected search index, expected a list of six');
  if (arrayParts(sorts).length > 0) throw new Error('Unexpected search index, expected no sorting');
  return {
    version,
    pages: arrayParts(pages).map((page) => {
      const [fragment, words] = arrayParts(page);
      if (!fragment || !words) throw new Error('Unexpected search index, expected a page and its words');
      return { fragment: textOf(fragment), words };
    }),
    chunks: arrayParts(chunks).map((chunk) => textOf(arrayParts(chunk).at(2) ?? new Uint8Array())),
    filters: arrayParts(filters).map((filter) => textOf(arrayParts(filter).at(1) ?? new Uint8Array())),
    fields: arrayParts(fields).map(textOf),
  };
}

/** The values of a filter, and the pages each stands for. */
export function filterOf(file: Uint8Array): { name: string; values: Map<string, number[]> } {
  const [name, values] = arrayParts(file);
  if (!name || !values) throw new Error('Unexpected search filter, expected a name and values');
  return {
    name: textOf(name),
    values: new Map(
      arrayParts(values).map((entry) => {
        const [value, pages] = arrayParts(entry);
        if (!value || !pages) throw new Error('Unexpected search filter, expected a value and its pages');
        return [textOf(value), arrayParts(pages).map((page) => numberAt(page, 0).value)];
      }),
    ),
  };
}
