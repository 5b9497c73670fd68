import type { Assessment } from '../../coverage/assessment.ts';
import { listed } from '../../coverage/wording.ts';
import type { Comparison } from '../comparison.ts';
import type { Cause } from '../coverage-change.ts';
import type { Difference } from '../difference.ts';
import type { ChangedPair, Item } from '../item-changes.ts';
import type { CausesOf } from './compare-coverage.ts';
import { itemCauses, pairsByTechnique } from './causes.ts';

/**
 * Why edits make a technique another: a decision of scope, then the changed items, and the config where neither
 * explains it.
 */
export function editCauses(
  { base, head }: Comparison,
  pairs: readonly ChangedPair<Item>[],
  config: readonly Difference[],
): CausesOf {
  const byTechnique = pairsByTechnique(pairs);
  return (domain, technique) => {
    const was = base.coverage.domains.get(domain)?.assessments.get(technique);
    const is = head.coverage.domains.get(domain)?.assessments.get(technique);
    const subtechniques = head.workspace.knowledge.get(domain)?.subtechniques(technique) ?? [];
    const ids = subtechniques.map(({ id }) => id);
    const rescoped = ids.filter((id) => {
      const states = [base, head].map(
        ({ coverage }) => coverage.domains.get(domain)?.assessments.get(id)?.scope.state === 'in',
      );
      return states[0] !== states[1];
    });
    const causes = [
      ...scopeCauses(was, is),
      ...(rescoped.length > 0 ? [{ text: `the scope of ${listed(rescoped)} changed` }] : []),
      ...itemCauses(technique, ids, byTechnique),
    ];
    if (causes.length > 0) return causes;
    const names = config.map(({ name }) => name).filter((name) => WEIGHING.test(name));
    return [
      {
        text: names.length > 0 ? `the config changed: ${listed(names)}` : 'what it is weighed by changed',
      },
    ];
  };
}

/** Settings every technique is weighed by; decisions of scope are told on their own. */
const WEIGHING = /^(?:coverage|sources|scope\.platforms)\b/;

function scopeCauses(was: Assessment | undefined, is: Assessment | undefined): Cause[] {
  if (!was || !is || (was.scope.state === 'in') === (is.scope.state === 'in')) return [];
  if (is.scope.state !== 'in') return [{ text: `out of scope now: ${is.scope.reason}` }];
  return [{ text: 'in scope now' }];
}
