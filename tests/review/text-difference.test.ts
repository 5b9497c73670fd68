import { expect, test } from 'vitest';
import { textDifference } from '../../src/review/differences/text.ts';

/** Parts as one text: `-went-`, `+came+`, `…` for what is left out. */
function told(unit: 'words' | 'lines', before: string, after: string): string | undefined {
  const marks = { same: '', added: '+', removed: '-', gap: '…' };
  const [difference] = textDifference('text', unit, before, after);
  return difference?.parts
    .map(({ kind, text }) => (kind === 'gap' ? '…' : `${marks[kind]}${text}${marks[kind]}`))
    .join('');
}

test('prose differs by words, and how it is wrapped or spaced is no difference', () => {
  expect(told('words', 'one two three', 'one 2 three')).toBe('one -two-+2+ three');
  expect(told('words', 'one two\nthree  four', 'one\ntwo three four\n')).toBeUndefined();
  expect(told('words', 'one\r\ntwo', 'one\ntwo')).toBeUndefined();
});

test('a paragraph and an item of a list begin something else', () => {
  expect(told('words', 'one two', 'one\n\ntwo')).toBeDefined();
  expect(told('words', '- one\n- two', '- one - two')).toBeDefined();
});

test('a query differs by lines; a line that follows the last makes no other of it', () => {
  expect(told('lines', 'a\nb', 'a\nb\nc')).toBe('a\nb\n+c\n+');
  expect(told('lines', 'a  b', 'a b')).toBe('-a  b\n-+a b\n+');
  expect(told('lines', 'a\r\nb', 'a\nb\n')).toBeUndefined();
});

test('long stretches that are the same are left out, around a change they stay', () => {
  const lines = Array.from({ length: 20 }, (_, index) => `line ${index}`);
  const after = lines.with(10, 'changed');
  expect(told('lines', lines.join('\n'), after.join('\n'))).toBe(
    '…line 8\nline 9\n-line 10\n-+changed\n+line 11\nline 12\n…',
  );
});

test('what is there on one side alone is told as a whole', () => {
  const [added] = textDifference('text', 'words', undefined, 'one two');
  expect(added).toEqual({
    kind: 'text',
    name: 'text',
    unit: 'words',
    parts: [{ kind: 'added', text: 'one two' }],
    added: 2,
    removed: 0,
  });
});

test('texts that have next to nothing in common are compared in time, as one that went and one that came', () => {
  const words = (seed: number): string =>
    Array.from({ length: 60_000 }, (_, index) => `w${(index * seed) % 99_991}`).join(' ');
  const before = process.cpuUsage();
  const [difference] = textDifference('text', 'words', words(7), words(31));
  const { user, system } = process.cpuUsage(before);
  expect(difference?.parts.map(({ kind }) => kind)).toEqual(['removed', 'added']);
  expect((user + system) / 1e6).toBeLessThan(5);
});
