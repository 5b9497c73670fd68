import { describe, expect, test } from 'vitest';
import type {
  Freshness,
  Level,
  TechniqueRobustness,
  TechniqueVisibility,
} from '../../src/coverage/assessment.ts';
import { missingOf, priorityOf } from '../../src/coverage/missing.ts';
import { robustnessOf } from '../../src/coverage/robustness.ts';
import { RUNGS } from '../../src/robustness/judgement.ts';
import { aDetection, aPlaybook } from '../workspace-builder.ts';

type Judged = Parameters<typeof missingOf>[0];

const fresh: Freshness = { stale: false, staleItems: 0, items: 1 };
const notJudged: TechniqueRobustness = robustnessOf([]);
const visibilityIs = (state: TechniqueVisibility['state']): TechniqueVisibility => ({
  state,
  share: 0,
  components: [],
});

const missing = (more: Partial<Judged>): string =>
  missingOf({
    level: 'none',
    scope: { state: 'in' },
    playbooks: [],
    detections: [],
    freshness: fresh,
    robustness: notJudged,
    ...more,
  }).join(' ');

const rule = { detections: [aDetection()] };
const hunt = { playbooks: [aPlaybook()] };

describe('what a technique lacks by its level', () => {
  test.each<[Level, Partial<Judged>, string]>([
    ['none', {}, 'rule hunt'],
    ['hunted', hunt, 'rule'],
    ['claimed', rule, 'hunt test proof'],
    ['claimed', { ...rule, ...hunt }, 'test proof'],
    ['tested', { ...rule, ...hunt }, 'proof'],
    ['proven', { ...rule, ...hunt }, ''],
    ['failed', { ...rule, ...hunt }, 'miss'],
    ['failed', {}, 'miss rule hunt'],
  ])('%s', (level, more, expected) => {
    expect(missing({ level, ...more })).toBe(expected);
  });

  test('blocked without a rule, it lacks none', () => {
    expect(missing({ level: 'proven', ...hunt })).toBe('');
  });

  test('a parent has what its sub-techniques gave it', () => {
    expect(missing({ level: 'claimed', ...hunt })).toBe('test proof');
    expect(missing({ level: 'hunted' })).toBe('rule');
  });
});

const sound = { level: 'proven' as const, ...rule, ...hunt };

test.each([
  ['visible', ''],
  ['partial', 'visibility'],
  ['blind', 'visibility'],
  ['unknown', ''],
] as const)('a %s technique lacks “%s”', (state, expected) => {
  expect(missing({ ...sound, visibility: visibilityIs(state) })).toBe(expected);
});

test('robustness is missing below a tool, and not where nobody judged it', () => {
  const lacking = RUNGS.filter(
    (best) => missing({ ...sound, robustness: { ...notJudged, best } }) === 'robustness',
  );
  expect(lacking).toEqual(['hash', 'ip', 'domain', 'artefact']);
  expect(missing({ ...sound, robustness: notJudged })).toBe('');
});

test('what is stale lacks freshness', () => {
  expect(missing({ ...sound, freshness: { ...fresh, stale: true } })).toBe('freshness');
});

test('all of it comes in the order it is mended', () => {
  expect(
    missing({
      level: 'failed',
      visibility: visibilityIs('blind'),
      robustness: { ...notJudged, best: 'hash' },
      freshness: { ...fresh, stale: true },
    }),
  ).toBe('miss visibility rule hunt robustness freshness');
});

test('nothing is missing out of scope', () => {
  expect(missing({ scope: { state: 'accepted', reason: 'x' }, level: 'failed' })).toBe('');
});

test.each([
  [100, 0, 100],
  [100, 100, 0],
  [0, 0, 0],
  [50, 30, 35],
  [33, 50, 17],
  [1, 60, 0],
])('relevance %d and score %d give priority %d', (relevance, score, priority) => {
  expect(priorityOf({ relevance, score })).toBe(priority);
});
