import { describe, expect, test } from 'vitest';
import type { ResultEvidence } from '../../src/coverage/assessment.ts';
import { windowStart } from '../../src/coverage/results.ts';
import { verdictOf } from '../../src/coverage/verdict.ts';
import type { Exercise, Outcome } from '../../src/exercises/exercise.ts';

const exercise = { title: 'Autumn' } as Exercise;

/** Results as written: `missed 2026-10-14`, newest first; a leading `-` puts one outside the window. */
function results(...written: string[]): ResultEvidence[] {
  return written.map((text) => {
    const [outcome, date] = text.replace(/^-/, '').split(' ') as [Outcome, string];
    return {
      exercise,
      inWindow: !text.startsWith('-'),
      result: { outcome, date, detections: [], mapping: {} as never },
    };
  });
}

describe('what results say of a technique', () => {
  test.each<[string, string[], string]>([
    ['no result says nothing', [], 'nothing'],
    ['a detection proves', ['detected 2026-10-14'], 'proven'],
    ['an alert proves', ['alerted 2026-10-14'], 'proven'],
    ['a block proves', ['blocked 2026-10-14'], 'proven'],
    ['telemetry alone neither proves nor fails', ['logged 2026-10-14'], 'logged'],
    ['a miss fails', ['missed 2026-10-14'], 'failed'],
    ['a newer miss overrides an older detection', ['missed 2026-10-14', 'detected 2026-02-11'], 'failed'],
    ['a newer detection overrides an older miss', ['detected 2026-10-14', 'missed 2026-02-11'], 'proven'],
    ['a tie on one day goes to the miss', ['detected 2026-10-14', 'missed 2026-10-14'], 'failed'],
    ['newer telemetry does not undo a proof', ['logged 2026-10-14', 'detected 2026-02-11'], 'proven'],
    [
      'newer telemetry lifts an older miss, and proves nothing',
      ['logged 2026-10-14', 'missed 2026-02-11'],
      'logged',
    ],
    ['an execution alone says nothing', ['executed 2026-10-14'], 'nothing'],
    [
      'an execution newer than a miss does not hide it',
      ['executed 2026-10-14', 'missed 2026-02-11'],
      'failed',
    ],
    [
      'an execution newer than a proof does not undo it',
      ['executed 2026-10-14', 'blocked 2026-02-11'],
      'proven',
    ],
    ['an execution newer than telemetry leaves it', ['executed 2026-10-14', 'logged 2026-02-11'], 'logged'],
    ['an execution on the day of a miss leaves it', ['executed 2026-10-14', 'missed 2026-10-14'], 'failed'],
    ['a result outside the window says nothing', ['-detected 2024-02-11'], 'nothing'],
    ['a miss outside the window does not fail', ['detected 2026-02-11', '-missed 2024-02-11'], 'proven'],
  ])('%s', (_, written, expected) => {
    expect(verdictOf(results(...written)).verdict).toBe(expected);
  });

  test('the deciding result is named', () => {
    const evidence = results('logged 2026-10-14', 'alerted 2026-06-12', 'blocked 2026-02-11');
    expect(verdictOf(evidence).decisive).toBe(evidence[1]);
  });

  test.each(['detected', 'missed'])('of two that are %s, the one that was watched decides', (outcome) => {
    const [assessed, watched] = results(`${outcome} 2026-10-14`, `${outcome} 2026-10-14`);
    if (!assessed || !watched) throw new Error('no results');
    const judged = { ...assessed, result: { ...assessed.result, selfAssessed: true as const } };
    expect(verdictOf([judged, watched]).decisive).toBe(watched);
    expect(verdictOf([judged]).decisive).toBe(judged);
  });
});

describe('a window', () => {
  test('is counted back in whole days over leap years', () => {
    expect(windowStart('2024-03-01', 1)).toBe('2024-02-29');
    expect(windowStart('2026-11-20', 365)).toBe('2025-11-20');
  });
});
