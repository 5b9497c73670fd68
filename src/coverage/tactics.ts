import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Tactic } from '../attack/facts.ts';
import type { Assessment, TacticCoverage } from './assessment.ts';
import { emptyLevelCounts, isCovered } from './levels.ts';

/** Counts a tactic's techniques and sub-techniques by level. A technique of several tactics counts in each. */
export function tacticCoverage(
  tactic: Tactic,
  knowledge: KnowledgeBase,
  assessments: ReadonlyMap<string, Assessment>,
): TacticCoverage {
  const levels = emptyLevelCounts();
  let total = 0;
  let outOfScope = 0;
  let covered = 0;
  for (const { id, tactics } of knowledge.techniques) {
    const assessment = assessments.get(id);
    if (!assessment || !tactics.includes(tactic.shortname)) continue;
    if (assessment.scope.state !== 'in') {
      outOfScope += 1;
      continue;
    }
    levels[assessment.level] += 1;
    total += 1;
    if (isCovered(assessment.level)) covered += 1;
  }
  return {
    tactic: tactic.shortname,
    techniques: knowledge.techniquesOf(tactic.shortname).map(({ id }) => id),
    levels,
    total,
    outOfScope,
    covered,
  };
}
