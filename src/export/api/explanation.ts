import type { Domain } from '../../attack/domain.ts';
import type { Assessment } from '../../coverage/assessment.ts';
import type { TechniqueUser } from '../../coverage/gap.ts';
import { techniqueCoverage, type TechniqueCoverage } from './coverage.ts';

/** What `coverbook explain --json` prints, version 1: a technique of `api/coverage.json`, with its arithmetic and its evidence. */
export interface Explanation
  extends
    Omit<TechniqueCoverage, 'rules' | 'rulesRolledUp' | 'playbooks' | 'exercises'>,
    Pick<Assessment, 'technique' | 'own' | 'terms' | 'subtechniques' | 'relevantTo'> {
  schemaVersion: 1;
  name: string;
  domain: Domain;
  /** Keys. */
  detections: string[];
  playbooks: string[];
  exercises: { exercise: string; date: string; outcome: string; selfAssessed?: true }[];
  /** Who makes it relevant, strongest first. */
  users: TechniqueUser[];
}

export function explanation(
  assessment: Assessment,
  name: string,
  users: readonly TechniqueUser[],
): Explanation {
  const { technique, domain, own, terms, subtechniques, relevantTo } = assessment;
  const { level, score, atomics, reasons, relevance, priority, missing, scope, ...standing } =
    techniqueCoverage(assessment);
  const { robustness, visibility, freshness } = standing;
  return {
    schemaVersion: 1,
    technique,
    name,
    domain,
    level,
    score,
    own,
    scope,
    reasons,
    terms,
    ...(subtechniques && { subtechniques }),
    detections: assessment.detections.map(({ key }) => key),
    playbooks: assessment.playbooks.map(({ key }) => key),
    exercises: assessment.results.map(({ exercise, result }) => ({
      exercise: exercise.key,
      date: result.date,
      outcome: result.outcome,
      ...(result.selfAssessed && { selfAssessed: true as const }),
    })),
    atomics,
    relevance,
    relevantTo,
    users: [...users],
    priority,
    missing,
    robustness,
    visibility,
    freshness,
  };
}
