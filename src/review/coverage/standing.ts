import type { Assessment } from '../../coverage/assessment.ts';
import { isCovered, rank } from '../../coverage/levels.ts';
import type { CoverageChangeKind, Standing } from '../coverage-change.ts';

/**
 * What a technique is on one side; nothing where its ATT&CK version does not know it.
 *
 * @param other The same technique on the other side: where only that is known, the scope is its.
 */
export function standingOf(assessment: Assessment | undefined, other: Assessment | undefined): Standing {
  if (!assessment) return { level: 'none', score: 0, rules: 0, inScope: other?.scope.state === 'in' };
  const { level, score, detectionsRolledUp, scope } = assessment;
  return { level, score, rules: detectionsRolledUp.length, inScope: scope.state === 'in' };
}

/**
 * What became of a technique; undefined for nothing, and for one that is out of scope on both sides. Who takes a
 * technique out of scope loses no coverage: it leaves the denominator, and is told as lowered.
 *
 * @param own How many counting rules are mapped to exactly this technique on both sides: a parent whose sub-technique
 * is down to one rule is not told a second time.
 */
export function changeKind(
  before: Standing,
  after: Standing,
  own: readonly [number, number],
): CoverageChangeKind | undefined {
  if (!before.inScope && !after.inScope) return undefined;
  if (before.inScope !== after.inScope) return scopeChange(before, after);
  const [was, is] = [isCovered(before.level), isCovered(after.level)];
  if (was !== is) return is ? 'gained' : 'lost';
  if (before.level !== after.level && was) {
    if (before.level === 'proven') return 'proof-lost';
    if (after.level === 'proven') return 'proven';
  }
  if (is && after.rules === 1 && own[0] > 1 && own[1] === 1) return 'reduced';
  const more = rank(after.level) - rank(before.level) || after.score - before.score;
  if (more === 0) return undefined;
  return more > 0 ? 'raised' : 'lowered';
}

/** One nothing speaks for on either side is only a matter of counting. */
function scopeChange(before: Standing, after: Standing): CoverageChangeKind | undefined {
  const isNothing = before.level === 'none' && after.level === 'none';
  return isNothing ? undefined : after.inScope ? 'raised' : 'lowered';
}
