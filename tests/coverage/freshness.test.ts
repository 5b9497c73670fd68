import { describe, expect, test } from 'vitest';
import { changedOn, daysBetween, reviewedOn } from '../../src/coverage/freshness.ts';
import { itemFreshness } from '../../src/coverage/item-freshness.ts';
import { freshnessOf } from '../../src/coverage/technique-freshness.ts';
import { noEvidence, type Evidence } from '../../src/coverage/evidence.ts';
import { allResults } from '../../src/coverage/results.ts';
import type { Outcome } from '../../src/exercises/exercise.ts';
import { aDetection, anExercise, aPlaybook, aWorkspace } from '../workspace-builder.ts';

const NOW = '2026-07-01';
const windows = { detectionWindow: 730, playbookWindow: 180, proofWindow: 365 };
const history = (last: string) => ({ first: '2020-01-01T00:00:00Z', last, commits: 3 });

test.each([
  ['2026-07-01', 0],
  ['2026-06-30', 1],
  ['2026-07-02', 0],
  ['2027-07-01', 0],
  ['2024-07-01', 730],
  ['2024-02-28T23:59:59Z', 854],
])('from %s to the first of July 2026 are %d days', (date, days) => {
  expect(daysBetween(date, NOW)).toBe(days);
});

describe('the day a rule was changed', () => {
  test.each<[string, Parameters<typeof changedOn>[0], string | undefined]>([
    ['is its own word', { modified: '2025-01-02', created: '2020-01-01' }, '2025-01-02'],
    [
      'is its own word, though a later commit touched the file',
      { modified: '2025-01-02', history: history('2026-06-30T10:00:00Z') },
      '2025-01-02',
    ],
    [
      'is the day it was written, where that is said to be later',
      { modified: '2019-01-02', created: '2020-01-01' },
      '2020-01-01',
    ],
    [
      'is Git’s, where it states no change',
      { created: '2020-01-01', history: history('2026-06-30T10:00:00Z') },
      '2026-06-30',
    ],
    ['is the day it was written, without a log', { created: '2020-01-01' }, '2020-01-01'],
    ['is not known without any date', {}, undefined],
  ])('%s', (_, rule, date) => {
    expect(changedOn(rule)).toBe(date);
  });
});

describe('the day a playbook was looked at', () => {
  const run = (date: string) => ({ date, outcome: 'nothing-found' as const, findings: 0 });
  test.each<[string, Parameters<typeof reviewedOn>[0], string | undefined]>([
    [
      'is its newest run',
      { reviewed: '2026-01-01', runs: [run('2026-02-01'), run('2025-12-01')] },
      '2026-02-01',
    ],
    [
      'is its review',
      { reviewed: '2026-03-01', created: '2026-01-01', runs: [run('2026-02-01')] },
      '2026-03-01',
    ],
    ['is the day it was written', { created: '2026-01-01', runs: [] }, '2026-01-01'],
    ['is Git’s, where it states none', { runs: [], history: history('2026-05-05T01:00:00Z') }, '2026-05-05'],
    ['is not known without any date', { runs: [] }, undefined],
  ])('%s', (_, playbook, date) => {
    expect(reviewedOn(playbook)).toBe(date);
  });
});

describe('an item', () => {
  test.each<[string, boolean, number]>([
    ['2024-07-01', false, 730],
    ['2024-06-30', true, 731],
    ['2026-07-01', false, 0],
    ['2026-12-31', false, 0],
  ])('a rule changed on %s is stale: %s', (modified, stale, days) => {
    expect(itemFreshness(aDetection({ modified }), NOW, windows)).toEqual({
      what: 'changed',
      date: modified,
      days,
      stale,
    });
  });

  test.each<[string, boolean, number]>([
    ['2026-01-02', false, 180],
    ['2026-01-01', true, 181],
  ])('a playbook reviewed on %s is stale: %s', (reviewed, stale, days) => {
    expect(itemFreshness(aPlaybook({ reviewed }), NOW, windows)).toEqual({
      what: 'reviewed',
      date: reviewed,
      days,
      stale,
    });
  });

  test('without any date counts as stale, without an age', () => {
    expect(itemFreshness(aDetection(), NOW, windows)).toEqual({ what: 'changed', stale: true });
    expect(itemFreshness(aPlaybook(), NOW, windows)).toEqual({ what: 'reviewed', stale: true });
  });
});

describe('a technique', () => {
  const proofs = (...results: [date: string, outcome: Outcome][]) =>
    allResults(
      aWorkspace({
        now: NOW,
        exercises: results.map(([date, outcome], index) =>
          anExercise({ title: `Exercise ${index}`, date, outcomes: [['T1059.001', outcome]] }),
        ),
      }),
    );
  const fresh = (evidence: Partial<Evidence>) => freshnessOf({ ...noEvidence(), ...evidence }, NOW, windows);

  test('nothing speaks for is not stale', () => {
    expect(fresh({})).toEqual({ stale: false, staleItems: 0, items: 0 });
  });

  test('has the newest of each kind, and the newest of all', () => {
    expect(
      fresh({
        detections: [aDetection({ modified: '2024-01-01' }), aDetection({ modified: '2025-01-01' })],
        playbooks: [aPlaybook({ reviewed: '2026-06-01' })],
        results: proofs(['2026-05-01', 'blocked'], ['2026-06-20', 'missed'], ['2026-06-21', 'logged']),
      }),
    ).toEqual({
      changed: '2025-01-01',
      reviewed: '2026-06-01',
      proven: '2026-05-01',
      newest: { what: 'reviewed', date: '2026-06-01', days: 30 },
      stale: false,
      staleItems: 1,
      items: 3,
    });
  });

  test('of one day, proof is told before review and review before change', () => {
    const one = {
      detections: [aDetection({ modified: '2026-06-01' })],
      playbooks: [aPlaybook({ reviewed: '2026-06-01' })],
    };
    expect(fresh({ ...one, results: proofs(['2026-06-01', 'detected']) }).newest?.what).toBe('proven');
    expect(fresh(one).newest?.what).toBe('reviewed');
  });

  const old = aDetection({ modified: '2020-01-01' });
  test.each<[string, Partial<Evidence>, boolean]>([
    ['all of whose items are past their windows is stale', { detections: [old, aDetection()] }, true],
    ['with one fresh item is not', { detections: [old, aDetection({ modified: '2024-07-01' })] }, false],
    [
      'with proof on the last day of its window is not',
      { detections: [old], results: proofs(['2025-07-01', 'alerted']) },
      false,
    ],
    ['with older proof is', { detections: [old], results: proofs(['2025-06-30', 'alerted']) }, true],
    ['with a miss only is', { detections: [old], results: proofs(['2026-06-30', 'missed']) }, true],
    [
      'with old proof and nothing else is not: nothing speaks for it',
      { results: proofs(['2020-06-30', 'alerted']) },
      false,
    ],
  ])('%s', (_, evidence, stale) => {
    expect(fresh(evidence).stale).toBe(stale);
  });
});
