import type { MergedWord } from './merge-words.ts';
import { encodeWords } from './word-index.ts';

/** Of the word index, unpacked: about as Pagefind cuts its own. */
const BYTES_IN_A_CHUNK = 60_000;

/** A file of the word index, and what is looked for in it. */
export interface WordsFile {
  /** What its first word begins with, as far as tells it from the last of the chunk before; its own for the first. */
  from: string;
  to: string;
  body: Uint8Array;
}

/** Cuts words into files of about one size. */
export function cutWords(words: Iterable<MergedWord>): WordsFile[] {
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
