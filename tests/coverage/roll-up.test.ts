import { describe, expect, test } from 'vitest';
import type { Level } from '../../src/coverage/assessment.ts';
import { rollUp } from '../../src/coverage/roll-up.ts';

function subtechniques(...levels: Level[]) {
  return levels.map((level, index) => ({ technique: `T1059.00${index + 1}`, level, score: index * 10 }));
}

describe('what sub-techniques say of their parent', () => {
  test('a technique without sub-techniques has no roll-up', () => {
    expect(rollUp([])).toBeUndefined();
  });

  test.each<[string, Level[], Level]>([
    ['nothing anywhere gives nothing', ['none', 'none'], 'none'],
    ['one hunted sub-technique makes the parent hunted', ['none', 'hunted'], 'hunted'],
    ['one claimed sub-technique makes the parent claimed', ['none', 'hunted', 'claimed'], 'claimed'],
    ['proof of a part is only a claim about the whole', ['proven', 'none'], 'claimed'],
    ['a tested sub-technique beside an untested one is only a claim', ['tested', 'claimed'], 'claimed'],
    ['all tested or better makes the parent tested', ['tested', 'proven'], 'tested'],
    ['all proven makes the parent proven', ['proven', 'proven'], 'proven'],
    ['a failed one keeps the others from proving the parent', ['proven', 'failed'], 'claimed'],
    ['a failed one beside a hunted one does not make the parent failed', ['failed', 'hunted'], 'hunted'],
    ['nothing known but failures makes the parent failed', ['failed', 'none'], 'failed'],
  ])('%s', (_, levels, expected) => {
    expect(rollUp(subtechniques(...levels))?.level).toBe(expected);
  });

  test('the score is the rounded mean and failed ones are named', () => {
    expect(rollUp(subtechniques('none', 'claimed', 'failed', 'proven'))).toMatchObject({
      total: 4,
      score: 15,
      failed: ['T1059.003'],
      levels: { none: 1, hunted: 0, claimed: 1, tested: 0, proven: 1, failed: 1 },
    });
  });
});
