import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { DomainCoverage, TechniqueRobustness } from './assessment.ts';
import { robustnessOf } from './robustness.ts';

/** How hard the counting rules of one tactic are to evade. */
export interface TacticRobustness {
  /** Shortname. */
  tactic: string;
  /** Counting rules of its techniques and sub-techniques in scope, each once. */
  rules: number;
  spread: TechniqueRobustness['spread'];
}

/** The rules of each tactic by rung, in matrix order. A rule for several tactics stands in each of them. */
export function tacticRobustness(
  { assessments }: Pick<DomainCoverage, 'assessments'>,
  knowledge: KnowledgeBase,
): TacticRobustness[] {
  return knowledge.tactics.map(({ shortname }) => {
    const rules = new Set(
      knowledge.techniques
        .filter(({ tactics }) => tactics.includes(shortname))
        .flatMap(({ id }) => {
          const assessment = assessments.get(id);
          return assessment?.scope.state === 'in' ? assessment.detections : [];
        }),
    );
    return { tactic: shortname, rules: rules.size, spread: robustnessOf([...rules]).spread };
  });
}
