import { expect, test } from 'vitest';
import { sourceOfKey } from '../../src/detections/formats/sigma-source.ts';

function detectionOf(text: string): string | undefined {
  return sourceOfKey(text, { from: 1, to: text.split('\n').length }, 'detection');
}

test('a key ends where the next one starts; comments between them belong to the next', () => {
  expect(detectionOf('title: x\ndetection:\n  a: 1\n\n  # of a\n# of level\n\nlevel: low\n')).toBe(
    'detection:\n  a: 1\n\n  # of a',
  );
});

test('a list may stand at the indentation of its key, a comment at none', () => {
  expect(detectionOf('detection:\n- a\n# still inside\n- b\nlevel: low\n')).toBe(
    'detection:\n- a\n# still inside\n- b',
  );
});

test('a key deeper down or in a text is not the one that is meant', () => {
  expect(
    detectionOf('description: |\n  detection:\n    no\nx:\n  detection: no\ndetection:\n  yes: 1\n'),
  ).toBe('detection:\n  yes: 1');
});

test('a document may be indented as a whole, have quoted keys and Windows line ends', () => {
  expect(detectionOf(' title: x\r\n "detection" :\r\n   a: 1\r\n level: low\r\n')).toBe(
    ' "detection" :\n   a: 1',
  );
});

test('a value on the line of the key is part of it', () => {
  expect(detectionOf('detection: {a: 1,\n  b: 2}\nlevel: low')).toBe('detection: {a: 1,\n  b: 2}');
});

test('a document in flow style has no lines to show', () => {
  expect(detectionOf('{title: x, detection: {a: 1}}\n')).toBeUndefined();
  expect(detectionOf('')).toBeUndefined();
});
