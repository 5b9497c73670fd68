import { expect, test } from 'vitest';
import { arrayParts, joinArray, textOf, textPart } from '../../src/search/cbor-array.ts';

/** `["a", [1, -1, 300], [[]]]` */
const NESTED = Uint8Array.of(0x83, 0x61, 0x61, 0x83, 0x01, 0x20, 0x19, 0x01, 0x2c, 0x81, 0x80);

test('an array is taken apart into its items, nested ones whole', () => {
  expect(arrayParts(NESTED).map((part) => Buffer.from(part).toString('hex'))).toEqual([
    '6161',
    '830120' + '19012c',
    '8180',
  ]);
});

test('the parts joined again are the same bytes, whatever the length', () => {
  expect(Buffer.from(joinArray(arrayParts(NESTED)))).toEqual(Buffer.from(NESTED));
  for (const length of [0, 23, 24, 255, 256, 65_536]) {
    const parts = Array.from({ length }, () => Uint8Array.of(1));
    expect(arrayParts(joinArray(parts))).toHaveLength(length);
  }
});

test('a text is the same after it was written, whatever its length', () => {
  for (const text of ['', 'Größe', 'x'.repeat(300)]) expect(textOf(textPart(text))).toBe(text);
});

test('what it does not know it refuses', () => {
  expect(() => arrayParts(Uint8Array.of(0xa0))).toThrow('expected an array');
  expect(() => arrayParts(Uint8Array.of(0x9f, 0xff))).toThrow('known length');
  expect(() => arrayParts(Uint8Array.of(0x81, 0xa0))).toThrow('numbers, texts and arrays');
});
