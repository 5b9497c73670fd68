import type { PartFiles } from './index-part.ts';
import { unpack } from './packed.ts';
import {
  encodeWord,
  renumberFields,
  wordsOf,
  type Form,
  type IndexedWord,
  type Posting,
} from './word-index.ts';

/** What of a part has a say in the words of all. */
export interface WordsOfPart {
  files: PartFiles;
  /** The number of each of its records among all, in order. */
  records: readonly number[];
  contents: { chunks: readonly string[]; fields: readonly string[] };
}

/** A word of the merged index. */
export interface MergedWord {
  word: string;
  /** As it stands in a file of the word index. */
  bytes: Uint8Array;
}

/**
 * The words of all parts, in the order of their bytes, as Pagefind has them. Of each part only the file is unpacked whose
 * words are next.
 *
 * @param fields Names of all fields of all parts, in order.
 */
export function* mergeWords(parts: readonly WordsOfPart[], fields: readonly string[]): Generator<MergedWord> {
  const heads = parts.flatMap((part) => {
    const words = wordsOfPart(part, fields);
    const next = words.next();
    return next.done ? [] : [{ words, word: next.value }];
  });
  while (heads.length > 0) {
    const least = heads.map(({ word }) => word.word).reduce((a, b) => (Buffer.compare(b, a) < 0 ? b : a));
    const same = heads.filter(({ word }) => Buffer.compare(word.word, least) === 0);
    yield {
      word: Buffer.from(least).toString('utf8'),
      bytes: encodeWord({
        word: least,
        pages: inOrder(same.flatMap(({ word }) => word.pages)),
        forms: mergeForms(same.flatMap(({ word }) => word.forms)),
      }),
    };
    for (const head of same) {
      const next = head.words.next();
      if (next.done) heads.splice(heads.indexOf(head), 1);
      else head.word = next.value;
    }
  }
}

/** With pages and fields numbered as among all. */
function* wordsOfPart(
  { files, records, contents }: WordsOfPart,
  all: readonly string[],
): Generator<IndexedWord> {
  const fields = contents.fields.map((field) => all.indexOf(field));
  const isSame = fields.every((field, index) => field === index);
  const among = ({ page, places }: Posting): Posting => {
    const record = records[page];
    if (record === undefined) throw new Error('Unexpected search index, expected a page for each record');
    return { page: record, places: isSame ? places : renumberFields(places, fields) };
  };
  for (const chunk of contents.chunks) {
    const file = files.get(`index/${chunk}.pf_index`);
    if (!file) throw new Error('Unexpected search index, expected each file it names');
    for (const { word, pages, forms } of wordsOf(unpack(file)))
      yield {
        word,
        pages: pages.map(among),
        forms: forms.map((form) => ({ form: form.form, pages: form.pages.map(among) })),
      };
  }
}

function mergeForms(forms: readonly Form[]): Form[] {
  const merged = new Map<string, Form & { pages: Posting[] }>();
  for (const { form, pages } of forms) {
    const text = Buffer.from(form).toString('utf8');
    const known = merged.get(text);
    if (known) known.pages.push(...pages);
    else merged.set(text, { form, pages: [...pages] });
  }
  return [...merged.values()]
    .map(({ form, pages }) => ({ form, pages: inOrder(pages) }))
    .sort((a, b) => Buffer.compare(a.form, b.form));
}

function inOrder(postings: readonly Posting[]): Posting[] {
  return postings.toSorted((a, b) => a.page - b.page);
}
