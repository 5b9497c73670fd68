import { expect, test } from 'vitest';
import { pairItems, type Pairable } from '../../src/review/pair.ts';

interface Item extends Pairable {
  file: string;
}

const item = (file: string, own: Partial<Item> = {}): Item => ({ file, title: file, blob: file, ...own });

/** `before > after by way`; a dash for none. */
function pairs(before: Item[], after: Item[], renamed: Record<string, string> = {}): string[] {
  const found = pairItems(before, after, {
    fileOf: ({ file }) => file,
    renamed: new Map(Object.entries(renamed)),
  });
  const name = (one: Item | undefined): string => (one ? `${one.file}#${one.ordinal ?? 0}` : '-');
  return found.map((pair) => `${name(pair.before)} > ${name(pair.after)} ${pair.by ?? ''}`.trim()).sort();
}

test('an id is known again wherever it went and however it is written', () => {
  expect(
    pairs([item('a', { id: 'ABC', blob: '1' })], [item('b', { id: 'abc', title: 'New', blob: '2' })]),
  ).toEqual(['a#0 > b#0 id']);
});

test('without an id the path decides, with another id as well, where the file holds one item', () => {
  expect(pairs([item('a', { blob: '1' })], [item('a', { blob: '2', title: 'New' })])).toEqual([
    'a#0 > a#0 path',
  ]);
  expect(pairs([item('a', { id: '1', blob: '1' })], [item('a', { id: '2', blob: '2' })])).toEqual([
    'a#0 > a#0 path',
  ]);
});

test('of several rules with ids in a file, one that went is not the one that came in its place', () => {
  const rule = (id: string, ordinal: number, blob: string): Item =>
    item('a', { id, title: `Rule ${id}`, ordinal, blob });
  expect(
    pairs([rule('1', 0, 'old'), rule('2', 1, 'old')], [rule('3', 0, 'new'), rule('2', 1, 'new')]),
  ).toEqual(['- > a#0', 'a#0 > -', 'a#1 > a#1 id']);
});

test('rules without ids that stand further down for a new one are known by their titles', () => {
  const rule = (title: string, ordinal: number, blob: string): Item => item('a', { title, ordinal, blob });
  expect(
    pairs(
      [rule('First', 0, 'old'), rule('Second', 1, 'old')],
      [rule('New', 0, 'new'), rule('First', 1, 'new'), rule('Second', 2, 'new')],
    ),
  ).toEqual(['- > a#0', 'a#0 > a#1 path', 'a#1 > a#2 path']);
});

test('a file of the same content, or one Git takes for it, is the same file', () => {
  expect(pairs([item('a', { blob: '1' })], [item('b', { blob: '1' })])).toEqual(['a#0 > b#0 rename']);
  const edited = item('b', { blob: '2', title: 'New' });
  expect(pairs([item('a', { blob: '1' })], [edited])).toEqual(['- > b#0', 'a#0 > -']);
  expect(pairs([item('a', { blob: '1' })], [edited], { a: 'b' })).toEqual(['a#0 > b#0 rename']);
});

test('what two share tells neither: an id twice, a content twice', () => {
  const twins = [item('a', { id: '1', blob: '1' }), item('b', { id: '1', blob: '2' })];
  expect(pairs(twins, [item('c', { id: '1', blob: '3' })])).toEqual(['- > c#0', 'a#0 > -', 'b#0 > -']);
  const copies = [item('x', { blob: '9' }), item('y', { blob: '9' })];
  expect(pairs(copies, [item('z', { blob: '9' })])).toEqual(['- > z#0', 'x#0 > -', 'y#0 > -']);
});

test('an item that stands unchanged is no other’s, even where an id is there twice', () => {
  const before = [item('a', { id: '1', blob: '1' })];
  const after = [item('a', { id: '1', blob: '1' }), item('copy', { id: '1', blob: '2' })];
  expect(pairs(before, after)).toEqual(['- > copy#0', 'a#0 > a#0 path']);
});
