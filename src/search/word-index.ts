import {
  arrayHead,
  end,
  headOfArray,
  joinArray,
  numberAt,
  numberPart,
  textBytes,
  textHead,
} from './cbor-array.ts';

/** Where a word stands on one page. */
export interface Posting {
  page: number;
  /** Its places in the text and in the fields of the page: two CBOR arrays. */
  places: Uint8Array;
}

/** A word as it is searched for, and the ways it is written where that is not the same (`café` for `cafe`). */
export interface IndexedWord {
  /** UTF-8. */
  word: Uint8Array;
  pages: readonly Posting[];
  forms: readonly Form[];
}

export interface Form {
  /** UTF-8. */
  form: Uint8Array;
  pages: readonly Posting[];
}

/**
 * The words of a file of Pagefind's word index, in order: `[[[word, [[page, places, places in fields], …],
 * [[form, …], …]], …]]`, where each page but the first is told by its distance from the one before.
 */
export function* wordsOf(file: Uint8Array): Generator<IndexedWord> {
  let { count, next } = arrayHead(file, arrayHead(file, 0).next);
  for (; count > 0; count--) {
    const word = entryAt(file, arrayHead(file, next).next);
    const forms: Form[] = [];
    const list = arrayHead(file, word.next);
    ({ next } = list);
    for (let left = list.count; left > 0; left--) {
      const form = entryAt(file, arrayHead(file, next).next);
      forms.push({ form: form.text, pages: form.pages });
      ({ next } = form);
    }
    yield { word: word.text, pages: word.pages, forms };
  }
}

/** A text and the pages it stands on. */
function entryAt(file: Uint8Array, at: number): { text: Uint8Array; pages: Posting[]; next: number } {
  const afterText = end(file, at);
  const pages: Posting[] = [];
  let { count, next } = arrayHead(file, afterText);
  let page = 0;
  for (; count > 0; count--) {
    const distance = numberAt(file, arrayHead(file, next).next);
    page += distance.value;
    next = end(file, end(file, distance.next));
    pages.push({ page, places: file.subarray(distance.next, next) });
  }
  return { text: textBytes(file.subarray(at, afterText)), pages, next };
}

/** A word as {@link wordsOf} reads it. */
export function encodeWord({ word, pages, forms }: IndexedWord): Uint8Array {
  const parts = [headOfArray(3)];
  pushEntry(parts, word, pages);
  parts.push(headOfArray(forms.length));
  for (const form of forms) {
    parts.push(headOfArray(2));
    pushEntry(parts, form.form, form.pages);
  }
  return Buffer.concat(parts);
}

/** The file of some words. */
export function encodeWords(words: readonly Uint8Array[]): Uint8Array {
  return Buffer.concat([headOfArray(1), headOfArray(words.length), ...words]);
}

/**
 * Places with the fields of a page numbered otherwise. The second of their arrays tells places field by field, each
 * begun by the number of the field: -1 for the first.
 *
 * @param fields The new number of each field, from 0, by its old one.
 */
export function renumberFields(places: Uint8Array, fields: readonly number[]): Uint8Array {
  const afterText = end(places, 0);
  let { count, next } = arrayHead(places, afterText);
  const parts: Uint8Array[] = [];
  for (; count > 0; count--) {
    const { value, next: after } = numberAt(places, next);
    parts.push(numberPart(value < 0 ? -1 - (fields[-1 - value] ?? 0) : value));
    next = after;
  }
  return Buffer.concat([places.subarray(0, afterText), joinArray(parts)]);
}

function pushEntry(parts: Uint8Array[], text: Uint8Array, pages: readonly Posting[]): void {
  parts.push(textHead(text.length), text, headOfArray(pages.length));
  let before = 0;
  for (const { page, places } of pages) {
    parts.push(HEAD_OF_POSTING, numberPart(page - before), places);
    before = page;
  }
}

const HEAD_OF_POSTING = headOfArray(3);
