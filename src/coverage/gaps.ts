import type { Domain } from '../attack/domain.ts';
import { byCodeUnit } from '../attack/order.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Coverage, ProfileRelevance } from './assessment.ts';
import { closingFor } from './closing.ts';
import type { Gap } from './gap.ts';
import { whyGap } from './gap-why.ts';
import { priorityOf } from './missing.ts';
import { ourPlatforms } from './our-platforms.ts';
import { startsFor } from './playbook-start.ts';
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
  const closing = closingFor(workspace, knowledge, assessed, startsFor(workspace, knowledge, profile));
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
          closes: closing(technique, assessment, users),
        },
      ];
    })
    .sort(
      (a, b) => b.priority - a.priority || b.relevance - a.relevance || byCodeUnit(a.technique, b.technique),
    );
}
