import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Technique } from '../attack/facts.ts';
import type { Detection } from '../detections/detection.ts';
import { relevance, type Relevance } from '../threats/relevance.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { indexAtomics, type AtomicIndex } from './atomics.ts';
import type { Assessment, AtomicRun, Coverage, DomainCoverage, Level } from './assessment.ts';
import { gatherEvidence, noEvidence, type Evidence } from './evidence.ts';
import { ownLevel } from './level.ts';
import { emptyLevelCounts, isCovered, rank } from './levels.ts';
import { reasonsFor } from './reasons.ts';
import { rollUp } from './roll-up.ts';
import { scoreTerms, totalOf } from './score.ts';
import { tacticCoverage } from './tactics.ts';
import { allResults } from './results.ts';
import { verdictOf, type Verdict } from './verdict.ts';

/** Assesses every active technique of every configured domain. Pure: the same workspace gives the same coverage. */
export function assess(workspace: Workspace): Coverage {
  const results = allResults(workspace);
  const evidence = gatherEvidence(workspace, results);
  const atomics = indexAtomics(workspace, results);
  const domains = new Map(
    [...workspace.knowledge].map(([domain, knowledge]) => [
      domain,
      assessDomain(workspace, knowledge, evidence, atomics),
    ]),
  );
  return { domains };
}

function assessDomain(
  workspace: Workspace,
  knowledge: KnowledgeBase,
  evidence: ReadonlyMap<string, Evidence>,
  atomics: AtomicIndex,
): DomainCoverage {
  const relevances = relevance(workspace.threats[0], knowledge);
  const assessed = new Map<string, Assessment>();
  const assessOne = (technique: Technique): Assessment => {
    const done = assessed.get(technique.id);
    if (done) return done;
    const subtechniques = knowledge.subtechniques(technique.id).map(assessOne);
    const assessment = assessTechnique(
      workspace,
      knowledge,
      technique,
      evidence.get(technique.id) ?? noEvidence(),
      atomics.byTechnique.get(technique.id) ?? [],
      subtechniques,
      relevances.get(technique.id),
    );
    assessed.set(technique.id, assessment);
    return assessment;
  };

  const assessments = new Map<string, Assessment>();
  const levels = emptyLevelCounts();
  for (const technique of knowledge.techniques) {
    const assessment = assessOne(technique);
    assessments.set(technique.id, assessment);
    levels[assessment.level] += 1;
  }
  return {
    domain: knowledge.domain,
    version: knowledge.version,
    assessments,
    tactics: knowledge.tactics.map((tactic) => tacticCoverage(tactic, knowledge, assessments)),
    levels,
    total: assessments.size,
    covered: [...assessments.values()].filter(({ level }) => isCovered(level)).length,
  };
}

function assessTechnique(
  workspace: Workspace,
  knowledge: KnowledgeBase,
  technique: Technique,
  evidence: Evidence,
  atomics: readonly AtomicRun[],
  subtechniques: readonly Assessment[],
  relevant: Relevance | undefined,
): Assessment {
  const verdict = verdictOf(evidence.results);
  const terms = scoreTerms(evidence, verdict, workspace.config.coverage.weights);
  const own = { level: ownLevel(evidence, verdict), score: totalOf(terms) };
  const rolledUp = rollUp(subtechniques);
  if (rolledUp && own.level !== 'failed' && rolledUp.score > own.score) {
    terms.push({
      term: 'roll-up',
      because: `mean over ${rolledUp.total} sub-techniques is ${rolledUp.score}`,
      points: rolledUp.score - own.score,
    });
  }
  return {
    technique: technique.id,
    domain: knowledge.domain,
    level: higherLevel(own.level, rolledUp?.level ?? 'none'),
    score: totalOf(terms),
    own,
    reasons: reasonsFor(evidence, verdict, rolledUp),
    terms,
    ...evidence,
    atomics,
    ...(isDecidedBySelf(verdict) && { selfAssessed: true }),
    detectionsRolledUp: distinct([evidence.detections, ...subtechniques.map(({ detections }) => detections)]),
    ...(rolledUp && { subtechniques: rolledUp.levels }),
    relevance: relevant?.score ?? 0,
    relevantTo: relevant?.actors ?? [],
    users: relevant?.users ?? 0,
  };
}

function isDecidedBySelf({ verdict, decisive }: Verdict): boolean {
  return (verdict === 'proven' || verdict === 'failed') && decisive?.result.selfAssessed === true;
}

/** A technique's own miss overrides whatever its sub-techniques reached. */
function higherLevel(own: Level, rolledUp: Level): Level {
  if (own === 'failed') return own;
  if (rolledUp === 'failed') return own === 'none' ? rolledUp : own;
  return rank(own) >= rank(rolledUp) ? own : rolledUp;
}

function distinct(lists: readonly (readonly Detection[])[]): Detection[] {
  return [...new Set(lists.flat())].sort((a, b) => (a.key < b.key ? -1 : 1));
}
