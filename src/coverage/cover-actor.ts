import type { Domain } from '../attack/domain.ts';
import type { Actor } from '../attack/knowledge-base.ts';
import { byCodeUnit } from '../attack/order.ts';
import type { ProfileActor, ProfileProcedure } from '../threats/threat-profile.ts';
import type { ActorCoverage, ActorTechnique } from './actor-coverage.ts';
import type { Relations } from './actor-relations.ts';
import type { DomainCoverage } from './assessment.ts';
import { emptyLevelCounts, isCovered } from './levels.ts';

/** An actor of ATT&CK, or one of a profile's own. */
export type Who = Pick<Actor, 'id' | 'name' | 'aliases'> & { type: ActorCoverage['type'] };

/** What is known of an actor in one domain. */
export interface Known {
  /** Techniques ATT&CK says it uses. */
  uses: readonly string[];
  /** Technique → what profiles say. */
  procedures: ReadonlyMap<string, ProfileProcedure[]>;
  /** Its entry in the profile. */
  listed: ProfileActor | undefined;
  relations: Relations;
}

/** One actor in one domain, and where we stand on what it does. */
export function coverActor(
  { id, name, aliases, type }: Who,
  { domain, assessments }: { domain: Domain } & Pick<DomainCoverage, 'assessments'>,
  { uses, procedures, listed, relations }: Known,
): ActorCoverage {
  const ids = procedures.size === 0 ? uses : [...new Set([...uses, ...procedures.keys()])].sort(byCodeUnit);
  const techniques = ids.flatMap((technique): ActorTechnique[] => {
    const assessment = assessments.get(technique);
    return assessment ? [{ assessment, procedures: procedures.get(technique) ?? [] }] : [];
  });
  const levels = emptyLevelCounts();
  let total = 0;
  let covered = 0;
  for (const { assessment } of techniques) {
    if (assessment.scope.state !== 'in') continue;
    levels[assessment.level] += 1;
    total += 1;
    if (isCovered(assessment.level)) covered += 1;
  }
  return {
    id,
    name,
    // ATT&CK lists the name among the aliases of some.
    aliases: aliases.filter((alias) => alias !== name),
    type,
    domain,
    ...(listed && { weight: listed.weight }),
    ...(listed?.reason !== undefined && { reason: listed.reason }),
    techniques,
    total,
    levels,
    covered,
    withProof: levels.tested + levels.proven,
    related: relations.of(id),
  };
}
