import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Technique } from '../attack/facts.ts';
import { byCodeUnit } from '../attack/order.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Assessment, Coverage, DomainCoverage, ProfileRelevance } from './assessment.ts';
import { runsOn } from './atomic-platforms.ts';
import { bestFirst } from './best-first.ts';
import type { Gap } from './gap.ts';
import { whyGap } from './gap-why.ts';
import { isCovered } from './levels.ts';
import { priorityOf } from './missing.ts';
import { neededLogs } from './needed-logs.ts';
import { ourPlatforms } from './our-platforms.ts';
import { startsFor, type StartOf } from './playbook-start.ts';
import { relevanceIn, usersOfTechniques } from './technique-users.ts';

/**
 * Techniques worth building for: in scope, used by somebody who matters, and lacking something. A technique nobody of the
 * profile (or, without one, no group) uses is not a gap, whatever it lacks.
 *
 * @param profile Ranks by what it makes relevant; the default profile where it is not said.
 * @returns By priority, then relevance, both highest first, then by id.
 */
export function gapsOf(
  workspace: Workspace,
  coverage: Coverage,
  domain: Domain,
  profile: ProfileRelevance | undefined = coverage.profiles[0],
): Gap[] {
  const knowledge = workspace.knowledge.get(domain);
  const assessed = coverage.domains.get(domain);
  if (!knowledge || !assessed || !profile) return [];
  const usersOf = usersOfTechniques(profile, knowledge);
  const startOf = startsFor(workspace, knowledge, profile);
  return knowledge.techniques
    .flatMap((technique): Gap[] => {
      const assessment = assessed.assessments.get(technique.id);
      const relevance = relevanceIn(profile, domain, technique.id);
      if (
        !assessment ||
        relevance === 0 ||
        assessment.scope.state !== 'in' ||
        assessment.missing.length === 0
      )
        return [];
      const users = usersOf(technique.id);
      return [
        {
          technique: technique.id,
          name: technique.name,
          domain,
          level: assessment.level,
          priority: priorityOf({ relevance, score: assessment.score }),
          relevance,
          score: assessment.score,
          missing: assessment.missing,
          why: whyGap(assessment, users, profile.profile?.title),
          users,
          tactics: technique.tactics,
          platforms: ourPlatforms(technique, workspace.config.scope.platforms),
          closes: closing({ technique, assessment, users }, { workspace, knowledge, assessed, startOf }),
        },
      ];
    })
    .sort(
      (a, b) => b.priority - a.priority || b.relevance - a.relevance || byCodeUnit(a.technique, b.technique),
    );
}

/** What is at hand to close a gap. */
function closing(
  { technique, assessment, users }: { technique: Technique; assessment: Assessment } & Pick<Gap, 'users'>,
  of: { workspace: Workspace; knowledge: KnowledgeBase; assessed: DomainCoverage; startOf: StartOf },
): Gap['closes'] {
  const { platforms } = of.workspace.config.scope;
  const found = {
    library: bestFirst(assessment.library),
    // A filter narrows other rules and never counts by itself.
    notCounting: assessment.notCounting.filter(({ format }) => format !== 'sigma-filter'),
    atomics: assessment.atomics
      .filter(({ test, results }) => results.length === 0 && runsOn(test, platforms))
      .map(({ test }) => test),
    subtechniques: of.knowledge
      .subtechniques(technique.id)
      .map(({ id }) => of.assessed.assessments.get(id))
      .filter((sub) => sub?.scope.state === 'in' && !isCovered(sub.level))
      .flatMap((sub) => sub?.technique ?? []),
    logSources: neededLogs(assessment, of.knowledge, of.workspace),
  };
  return {
    ...found,
    ...(assessment.missing.includes('hunt') && { playbook: of.startOf(technique, users, found) }),
  };
}
