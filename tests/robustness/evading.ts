import { judge, type JudgeContext } from '../../src/robustness/judge.ts';
import type { Judgement, Rung } from '../../src/robustness/judgement.ts';
import { judgeSigma } from '../../src/robustness/sigma/judge-sigma.ts';
import { SIGMA_FIELDS } from '../../src/robustness/fields/sigma.ts';
import type { Predicate, QueryTree } from '../../src/robustness/query-tree.ts';

/** The judgement of a Sigma rule, by default over process creation on Windows. */
export function judgeRule(
  detection: Record<string, unknown>,
  logsource: Record<string, string> = { product: 'windows', category: 'process_creation' },
  tags: string[] = [],
): Judgement {
  return judgeSigma({ logsource, detection: { condition: 'selection', ...detection } }, tags);
}

/** The rung of a rule of one selection; "not-judged" where it has none. */
export function rungOf(selection: unknown, logsource?: Record<string, string>): Rung | 'not-judged' {
  return judgeRule({ selection }, logsource).rung ?? 'not-judged';
}

/** The rung of a tree with Sigma's fields. */
export function rungOfTree(tree: QueryTree, context: Partial<JudgeContext> = {}): Rung | undefined {
  return judge(tree, { fields: [SIGMA_FIELDS], ...context }).rung;
}

export function equals(field: string, ...values: string[]): Predicate {
  return {
    kind: 'predicate',
    field,
    comparison: 'equals',
    values,
    written: `${field}: ${values.join(', ')}`,
  };
}
