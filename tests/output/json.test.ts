import fc from 'fast-check';
import { expect, test } from 'vitest';
import { jsonLine, jsonPieces, toJson } from '../../src/output/json.ts';

/** Plain data, with what JSON leaves out. */
const value = fc.oneof(fc.jsonValue(), fc.constant(undefined), fc.string({ unit: 'binary' }));
const data = fc.oneof(fc.array(value), fc.dictionary(fc.string(), fc.oneof(value, fc.array(value))));

test('pieces together are what JSON.stringify makes', () => {
  fc.assert(
    fc.property(data, (any) => {
      expect([...jsonPieces(any)].join('')).toBe(JSON.stringify(any));
      expect(toJson(any)).toBe(`${JSON.stringify(any)}\n`);
    }),
  );
});

test('what is listed comes an entry at a time, at the top and one below', () => {
  expect([...jsonLine([1, { a: [2, 3] }])]).toEqual(['[1', ',{"a":[2,3]}', ']', '\n']);
  expect([...jsonLine({ a: 'x', b: [1, 2], c: [] })]).toEqual([
    '{"a":"x"',
    ',"b":',
    '[1',
    ',2',
    ']',
    ',"c":',
    '[]',
    '}',
    '\n',
  ]);
});

test('no piece ends within a character', () => {
  fc.assert(
    fc.property(data, (any) => {
      for (const piece of jsonPieces(any)) expect(piece.isWellFormed()).toBe(true);
    }),
  );
});
