import { createIndex } from 'pagefind';
import { expect, test } from 'vitest';
import { arrayParts, joinArray, textOf, textPart } from '../../src/search/cbor-array.ts';
import { contentsOf, filterOf, type PartFiles } from '../../src/search/index-part.ts';
import { mergeParts } from '../../src/search/merge-parts.ts';
import { pack, unpack } from '../../src/search/packed.ts';
import { toCustomRecord } from '../../src/search/custom-record.ts';
import type { SearchRecord } from '../../src/search/record.ts';
import { wordsOf, type Posting } from '../../src/search/word-index.ts';

const WORDS =
  'the running runner ran café cafe Ünder under 日本語 power-shell certutil downloads detect'.split(' ');

/** Records of few words, of which many have no alias, few a filter of their own, and some a name. */
function records(count: number): SearchRecord[] {
  return Array.from({ length: count }, (_, number) => ({
    type: number % 7 === 0 ? 'technique' : 'detection',
    path: `detections/${String(number)}/`,
    title: `Rule ${String(number)} ${WORDS[number % 11] ?? ''}`,
    keys: number % 3 === 0 ? [`T1059.${String(number).padStart(3, '0')}`] : [],
    aliases: number % 50 === 1 ? ['Alias ran'] : [],
    line: 'Sigma',
    text: Array.from(
      { length: 12 },
      (__, word) => `${WORDS[(number * 7 + word * 5) % 13] ?? ''} w${String((number * word) % 997)}`,
    ).join(' '),
    filters: {
      platform: number % 5 === 0 ? ['Windows', 'Linux'] : ['macOS'],
      ...(number === 13 && { tactic: ['impact'] }),
    },
  }));
}

async function indexed(some: readonly SearchRecord[]): Promise<PartFiles> {
  const { index } = await createIndex({ forceLanguage: 'en' });
  if (!index) throw new Error('no index');
  for (const record of some) await index.addCustomRecord(toCustomRecord(record));
  const { files } = await index.getFiles();
  await index.deleteIndex();
  return new Map(
    files.filter(({ path }) => !/ui|highlight/.test(path)).map(({ path, content }) => [path, content]),
  );
}

/** What an index says, however it is cut into files: each page’s fragment, each word’s places, each filter’s pages. */
function said(files: PartFiles) {
  const { pages, chunks, filters, fields } = contentsOf(files);
  const file = (path: string): Uint8Array => unpack(files.get(path) ?? new Uint8Array());
  const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8');
  const placesOf = (postings: readonly Posting[]): string[] =>
    postings.map(({ page, places }) => `${String(page)} ${Buffer.from(places).toString('hex')}`);
  return {
    fields,
    pages: pages.map(({ fragment, words }) => [
      text(file(`fragment/${fragment}.pf_fragment`)),
      Buffer.from(words).toString('hex'),
    ]),
    words: chunks.flatMap((chunk) =>
      [...wordsOf(file(`index/${chunk}.pf_index`))].map(({ word, pages: on, forms }) => [
        text(word),
        placesOf(on),
        Object.fromEntries(forms.map((form) => [text(form.form), placesOf(form.pages)])),
      ]),
    ),
    filters: Object.fromEntries(
      filters.map((name) => {
        const filter = filterOf(file(`filter/${name}.pf_filter`));
        return [filter.name, Object.fromEntries(filter.values)];
      }),
    ),
  };
}

const all = records(600);
/** Every third in one part, the rest in two halves. */
const numbers = [0, 1, 2].map((part) =>
  all.flatMap((_, number) => ((number % 3 === 0 ? 0 : number < 300 ? 1 : 2) === part ? [number] : [])),
);
const part = async (own: readonly number[]) => ({
  files: await indexed(own.flatMap((number) => all[number] ?? [])),
  records: own,
});

test('parts put together say what Pagefind says of all records at once', async () => {
  const merged = said(mergeParts(await Promise.all(numbers.map(part))));
  const whole = said(await indexed(all));
  expect(merged.pages).toEqual(whole.pages);
  expect(merged.fields).toEqual(whole.fields);
  expect(merged.filters).toEqual(whole.filters);
  expect(merged.words.length).toBeGreaterThan(900);
  expect(merged.words).toEqual(whole.words);
});

test('the order of the parts changes nothing', async () => {
  const parts = await Promise.all(numbers.map(part));
  const hex = (files: PartFiles): string[] =>
    [...files].map(([path, bytes]) => `${path} ${Buffer.from(bytes).toString('base64')}`);
  expect(hex(mergeParts(parts.toReversed())).filter((line) => !line.includes('pf_fragment'))).toEqual(
    hex(mergeParts(parts)).filter((line) => !line.includes('pf_fragment')),
  );
});

test('each file of words is named by what tells its words from those of the files beside it', async () => {
  const files = mergeParts(await Promise.all(numbers.map(part)));
  const words = chunksNamed(files);
  expect(words.length).toBeGreaterThan(1);
  for (const [index, { from, to, first, last }] of words.entries()) {
    expect(first.startsWith(from)).toBe(true);
    expect(last.startsWith(to)).toBe(true);
    const next = words[index + 1];
    if (next) expect(Buffer.compare(Buffer.from(to), Buffer.from(next.from))).toBe(-1);
  }
  expect(words[0]?.from).toBe(words[0]?.first);
  expect(words.at(-1)?.to).toBe(words.at(-1)?.last);
});

/** The files of words as the list of contents has them, and the words they begin and end with. */
function chunksNamed(files: PartFiles) {
  return arrayParts(metaOf(files).parts[2] ?? new Uint8Array()).map((chunk) => {
    const [from = '', to = '', name = ''] = arrayParts(chunk).map(textOf);
    const words = [...wordsOf(unpack(files.get(`index/${name}.pf_index`) ?? new Uint8Array()))];
    const text = (word: Uint8Array | undefined): string => Buffer.from(word ?? []).toString('utf8');
    return { from, to, first: text(words[0]?.word), last: text(words.at(-1)?.word) };
  });
}

function metaOf(files: PartFiles): { path: string; parts: Uint8Array[] } {
  const [path = '', content = new Uint8Array()] =
    [...files].find(([name]) => name.endsWith('.pf_meta')) ?? [];
  return { path, parts: arrayParts(unpack(content)) };
}

test('two pages to which parts gave one name both keep what they say', async () => {
  const [one, other] = [await part([1]), await part([2])];
  const [name = ''] = contentsOf(one.files).pages.map(({ fragment }) => fragment);
  const [{ fragment: own, words } = { fragment: '', words: new Uint8Array() }] = contentsOf(
    other.files,
  ).pages;
  expect(own).not.toBe(name);
  const { path, parts } = metaOf(other.files);
  const renamed = new Map(other.files);
  renamed.set(path, pack(joinArray(parts.with(1, joinArray([joinArray([textPart(name), words])])))));
  renamed.set(
    `fragment/${name}.pf_fragment`,
    other.files.get(`fragment/${own}.pf_fragment`) ?? new Uint8Array(),
  );
  renamed.delete(`fragment/${own}.pf_fragment`);

  const merged = mergeParts([
    { ...one, records: [0] },
    { files: renamed, records: [1] },
  ]);
  expect(contentsOf(merged).pages.map(({ fragment }) => fragment)).toEqual([name, `${name}-2`]);
  expect(
    said(merged).pages.map(
      ([text]) => (JSON.parse(text?.slice(text.indexOf('{')) ?? '') as { url: string }).url.split('\n')[0],
    ),
  ).toEqual(['detections/1/', 'detections/2/']);
});

test('what is not as Pagefind 1.5 writes it is refused', async () => {
  const { files } = await part([1]);
  const without = (suffix: string): PartFiles =>
    new Map([...files].filter(([path]) => !path.endsWith(suffix)));
  expect(() => mergeParts([{ files: without('.pf_meta'), records: [0] }])).toThrow(
    'expected a list of contents',
  );
  expect(() => mergeParts([{ files: without('.pf_index'), records: [0] }])).toThrow(
    'expected each file it names',
  );
  expect(() => mergeParts([{ files: without('.pf_fragment'), records: [0] }])).toThrow(
    'expected a fragment for each page',
  );
  expect(() => mergeParts([{ files, records: [0, 1] }])).toThrow('expected a page for each record');
});
