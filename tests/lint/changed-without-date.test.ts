import { expect, test } from 'vitest';
import type { Detection } from '../../src/detections/detection.ts';
import { changedWithoutDate } from '../../src/lint/changed-without-date.ts';
import { aDetection, aMapping } from '../workspace-builder.ts';

const before = aDetection({ created: '2026-01-05', query: 'a', techniques: ['T1059.001'] });

const ofMeaning: [string, Partial<Detection>][] = [
  ['query', { query: 'b' }],
  ['mapping', { mappings: [aMapping('T1059.003')] }],
  ['status', { status: 'experimental' }],
  ['severity', { severity: 'high' }],
  ['false positives', { falsePositives: ['Backup'] }],
  ['switch', { enabled: false }],
];

test.each(ofMeaning)('another %s with the same date is a change without one', (_, change) => {
  expect(changedWithoutDate(before, { ...before, ...change })).toBe(true);
});

test.each(ofMeaning)('another %s with a new date is fine', (_, change) => {
  expect(changedWithoutDate(before, { ...before, ...change, modified: '2026-06-01' })).toBe(false);
});

test('references, authors and the place in the repository are no change of meaning', () => {
  const after = { ...before, references: ['https://x.example'], authors: ['A'], path: 'b.yml', blob: '1' };
  expect(changedWithoutDate(before, after)).toBe(false);
});

test('a rule that states no date has none to change', () => {
  const undated = aDetection({ query: 'a' });
  expect(changedWithoutDate(undated, { ...undated, query: 'b' })).toBe(false);
});
