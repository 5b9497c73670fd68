import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Technique } from '../attack/facts.ts';
import type { Detection } from '../detections/detection.ts';
import type { Relevance } from '../threats/relevance.ts';
import type { CollectedLog } from '../visibility/collected-log.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { indexAtomics, type AtomicIndex } from './atomics.ts';
import { LEVELS, type Assessment, type Coverage, type DomainCoverage, type Level } from './assessment.ts';
import { collectedBy } from './collected-logs.ts';
import { gatherEvidence, noEvidence, type Evidence } from './evidence.ts';
import { ownLevel } from './level.ts';
import { emptyLevelCounts, isCovered, rank } from './levels.ts';
import { missingOf, priorityOf } from './missing.ts';
import { profileRelevances } from './profiles.ts';
import { reasonsFor } from './reasons.ts';
import { robustnessOf } from './robustness.ts';
import { rollUp } from './roll-up.ts';
import { scopeOf, scopeRules, type ScopeRules } from './scope.ts';
import { scoreTerms, totalOf } from './score.ts';
import { tacticCoverage } from './tactics.ts';
import { allResults } from './results.ts';
import { freshnessOf } from './technique-freshness.ts';
import { verdictOf, type Verdict } from './verdict.ts';
import { visibilityOf } from './visibility.ts';

/** Assesses every active technique of every configured domain. Pure: the same workspace gives the same coverage. */
export function assess(workspace: Workspace): Coverage {
  const results = allResults(workspace);
  const gathered: Gathered = {
    workspace,
    evidence: gatherEvidence(workspace, results),
    atomics: indexAtomics(workspace, results),
    scope: scopeRules(workspace),
    ...(workspace.visibility && { collected: collectedBy(workspace.visibility, workspace.now) }),
  };
  const profiles = profileRelevances(workspace);
  const relevances = profiles[0]?.domains;
  const domains = new Map(
    [...workspace.knowledge].map(([domain, knowledge]) => [
      domain,
      assessDomain(gathered, knowledge, relevances?.get(domain) ?? new Map<string, Relevance>()),
    ]),
  );
  return { domains, profiles };
}

/** What is known of every technique before any is assessed. */
interface Gathered {
  workspace: Workspace;
  evidence: ReadonlyMap<string, Evidence>;
  atomics: AtomicIndex;
  scope: ScopeRules;
  /** Logs that are collected; absent when nobody says so. */
  collected?: readonly CollectedLog[];
}

function assessDomain(
  gathered: Gathered,
  knowledge: KnowledgeBase,
  relevances: ReadonlyMap<string, Relevance>,
): DomainCoverage {
  const assessed = new Map<string, Assessment>();
  const assessOne = (technique: Technique): Assessment => {
    const done = assessed.get(technique.id);
    if (done) return done;
    const subtechniques = knowledge.subtechniques(technique.id).map(assessOne);
    const assessment = assessTechnique(
      gathered,
      knowledge,
      technique,
      subtechniques,
      relevances.get(technique.id),
    );
    assessed.set(technique.id, assessment);
    return assessment;
  };

  const assessments = new Map<string, Assessment>();
  const levels = emptyLevelCounts();
  let total = 0;
  for (const technique of knowledge.techniques) {
    const assessment = assessOne(technique);
    assessments.set(technique.id, assessment);
    if (assessment.scope.state !== 'in') continue;
    levels[assessment.level] += 1;
    total += 1;
  }
  return {
    domain: knowledge.domain,
    version: knowledge.version,
    assessments,
    tactics: knowledge.tactics.map((tactic) => tacticCoverage(tactic, knowledge, assessments)),
    levels,
    total,
    covered: LEVELS.filter(isCovered).reduce((sum, level) => sum + levels[level], 0),
    outOfScope: assessments.size - total,
  };
}

function assessTechnique(
  { workspace, scope: rules, collected, ...gathered }: Gathered,
  knowledge: KnowledgeBase,
  technique: Technique,
  subtechniques: readonly Assessment[],
  relevant: Relevance | undefined,
): Assessment {
  const { config, now } = workspace;
  const evidence = gathered.evidence.get(technique.id) ?? noEvidence();
  const verdict = verdictOf(evidence.results);
  const terms = scoreTerms(evidence, verdict, config.coverage.weights);
  const own = { level: ownLevel(evidence, verdict), score: totalOf(terms) };
  const scope = scopeOf(technique, rules);
  const inScope = subtechniques.filter(({ scope }) => scope.state === 'in');
  const rolledUp = rollUp(inScope);
  if (rolledUp && own.level !== 'failed' && rolledUp.score > own.score) {
    terms.push({
      term: 'roll-up',
      because: `mean over ${rolledUp.total} sub-techniques is ${rolledUp.score}`,
      points: rolledUp.score - own.score,
    });
  }
  const assessed = {
    technique: technique.id,
    domain: knowledge.domain,
    level: higherLevel(own.level, rolledUp?.level ?? 'none'),
    score: totalOf(terms),
    own,
    reasons: reasonsFor(evidence, verdict, rolledUp, scope),
    terms,
    ...evidence,
    atomics: gathered.atomics.byTechnique.get(technique.id) ?? [],
    ...(isDecidedBySelf(verdict) && { selfAssessed: true as const }),
    detectionsRolledUp: distinct([evidence.detections, ...inScope.map(({ detections }) => detections)]),
    ...(rolledUp && { subtechniques: rolledUp.levels }),
    relevance: relevant?.score ?? 0,
    relevantTo: relevant?.actors ?? [],
    users: relevant?.users ?? 0,
    scope,
    freshness: freshnessOf(evidence, now, config.coverage),
    robustness: robustnessOf(evidence.detections),
    ...(collected && {
      visibility: visibilityOf(technique.id, knowledge, collected, config.scope.platforms),
    }),
  };
  return {
    ...assessed,
    priority: assessed.scope.state === 'in' ? priorityOf(assessed) : 0,
    missing: missingOf(assessed),
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
