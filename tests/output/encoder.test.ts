import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Encoder } from '../../src/output/encoder.ts';

test('bytes are those of the text, one after another in the same memory', () => {
  const encoder = new Encoder();
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme' })), (pieces) => {
      const text = pieces.join('');
      expect(Buffer.from(encoder.encode(() => pieces)).toString()).toBe(text);
      expect(Buffer.from(encoder.encode(text)).toString()).toBe(text);
    }),
  );
  expect(encoder.encode('ab').buffer).toBe(encoder.encode('c').buffer);
});

test('a text larger than the memory, and than twice as much, is whole', () => {
  const encoder = new Encoder();
  for (const size of [700_000, 3_000_000, 10]) {
    const pieces = ['“', 'é'.repeat(size), '😀', 'x'.repeat(size)];
    expect(Buffer.from(encoder.encode(() => pieces)).equals(Buffer.from(pieces.join('')))).toBe(true);
  }
});

test('bytes are left as they are', () => {
  const bytes = Uint8Array.of(1, 255);
  expect(new Encoder().encode(bytes)).toBe(bytes);
});
