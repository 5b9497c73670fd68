import fc from 'fast-check';
import { expect, test } from 'vitest';
import { SIGMA_FIELDS } from '../../src/robustness/fields/sigma.ts';
import { judge } from '../../src/robustness/judge.ts';
import { RUNGS } from '../../src/robustness/judgement.ts';
import type { QueryTree } from '../../src/robustness/query-tree.ts';
import { equals } from './evading.ts';

/** A condition of each rung whose weight does not depend on its neighbours. */
const LEAVES = [
  equals('MD5', '0f1e2d3c4b5a69788796a5b4c3d2e1f0'),
  equals('DestinationIp', '203.0.114.7'),
  equals('QueryName', 'bad-corp.top'),
  equals('PipeName', '\\evil_7f'),
  equals('OriginalFileName', 'lazytool.exe'),
  equals('CallTrace', 'UNKNOWN'),
  equals('EventID', '1102'),
  equals('Channel', 'Security'),
];

const trees = fc.letrec<{ tree: QueryTree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(...LEAVES),
    fc.record({
      kind: fc.constantFrom('all' as const, 'any' as const),
      of: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
    }),
  ),
})).tree;

/** -1 for a rule that only says where to look: the whole log, which nobody evades, is above all. */
const height = (tree: QueryTree): number => {
  const { rung } = judge(tree, { fields: [SIGMA_FIELDS] });
  return rung === undefined ? RUNGS.length : RUNGS.indexOf(rung);
};
const solid = (height: number): number => (height >= RUNGS.indexOf('behaviour') ? RUNGS.length : height);

test('another condition never makes a rule harder to evade', () => {
  fc.assert(
    fc.property(trees, trees, (tree, more) => {
      expect(solid(height({ kind: 'all', of: [tree, more] }))).toBeLessThanOrEqual(solid(height(tree)));
    }),
  );
});

test('another alternative never makes a rule easier to evade', () => {
  fc.assert(
    fc.property(trees, trees, (tree, more) => {
      expect(solid(height({ kind: 'any', of: [tree, more] }))).toBeGreaterThanOrEqual(solid(height(tree)));
    }),
  );
});

test('an exclusion changes nothing', () => {
  fc.assert(
    fc.property(trees, trees, (tree, left) => {
      expect(height({ kind: 'all', of: [tree, { kind: 'not', of: left }] })).toBe(height(tree));
    }),
  );
});

test('neither order nor repetition matters', () => {
  fc.assert(
    fc.property(trees, trees, fc.constantFrom('all' as const, 'any' as const), (one, other, kind) => {
      expect(height({ kind, of: [one, other] })).toBe(height({ kind, of: [other, one] }));
      expect(height({ kind, of: [one, one] })).toBe(height(one));
    }),
  );
});
