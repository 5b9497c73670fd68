import { expect, test } from 'vitest';
import { pointDates } from '../../src/coverage/history/point-dates.ts';

test('a month back is the same day, or the last of a shorter month, and the 31st comes back after a February', () => {
  expect(pointDates('2026-05-31', { points: 5, every: 'month' })).toEqual([
    '2025-12-31',
    '2026-01-31',
    '2026-02-28',
    '2026-03-31',
    '2026-04-30',
  ]);
});

test('a year back from a leap day is the last day of February', () => {
  expect(pointDates('2024-02-29', { points: 2, every: 'year' })).toEqual(['2022-02-28', '2023-02-28']);
});

test('weeks and quarters go over the turn of the year', () => {
  expect(pointDates('2026-01-05', { points: 2, every: 'week' })).toEqual(['2025-12-22', '2025-12-29']);
  expect(pointDates('2026-01-31', { points: 2, every: 'quarter' })).toEqual(['2025-07-31', '2025-10-31']);
});

test('no points are no dates', () => {
  expect(pointDates('2026-01-05', { points: 0, every: 'month' })).toEqual([]);
});
