import type { Assessment } from '../coverage/assessment.ts';
import { RUNG_WORDS } from '../site/rung-words.ts';
import type { MatrixData } from './matrix-data.ts';

/** What the table and the line of facts say of each technique, whatever the view. */
export function factsOf(assessments: readonly Assessment[]): MatrixData['facts'] {
  return {
    score: assessments.map(({ score }) => score),
    rules: assessments.map(({ detections }) => detections.length),
    rulesRolledUp: assessments.map(({ detectionsRolledUp }) => detectionsRolledUp.length),
    playbooks: assessments.map(({ playbooks }) => playbooks.length),
    proof: assessments.map(({ freshness }) => freshness.proven ?? ''),
    touched: assessments.map(({ freshness }) => freshness.newest?.date ?? ''),
    robustness: assessments.map(({ robustness: { best }, detections }) => {
      if (best) return RUNG_WORDS[best].name;
      return detections.length > 0 ? RUNG_WORDS['not-judged'].name : '';
    }),
    relevance: assessments.map(({ relevance }) => relevance),
    priority: assessments.map(({ priority }) => priority),
  };
}
