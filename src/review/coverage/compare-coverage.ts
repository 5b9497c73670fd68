import type { Domain } from '../../attack/domain.ts';
import type { KnowledgeBase } from '../../attack/knowledge-base.ts';
import type { Coverage, DomainCoverage } from '../../coverage/assessment.ts';
import { fullName } from '../../coverage/full-name.ts';
import { isCovered } from '../../coverage/levels.ts';
import { techniquePath } from '../../output/paths.ts';
import {
  COVERAGE_CHANGE_KINDS,
  type Cause,
  type CoverageChange,
  type CoverageNumbers,
} from '../coverage-change.ts';
import { changeKind, standingOf } from './standing.ts';

/** One state's assessments, and the version of ATT&CK they are of. */
export interface AssessedSide {
  coverage: Coverage;
  knowledge: ReadonlyMap<Domain, KnowledgeBase>;
}

/** Why a technique is another: asked of those that are. */
export type CausesOf = (domain: Domain, technique: string) => Cause[];

/**
 * The techniques that are others at the head than at the base, by kind in the order of `COVERAGE_CHANGE_KINDS`, the
 * biggest step first.
 */
export function compareCoverage(
  base: AssessedSide,
  head: AssessedSide,
  causesOf: CausesOf,
): CoverageChange[] {
  const changes = [...head.coverage.domains.keys()].flatMap((domain) =>
    domainChanges(domain, base, head, causesOf),
  );
  const step = ({ before, after }: CoverageChange): number => Math.abs(after.score - before.score);
  return changes.sort(
    (a, b) =>
      COVERAGE_CHANGE_KINDS.indexOf(a.kind) - COVERAGE_CHANGE_KINDS.indexOf(b.kind) || step(b) - step(a),
  );
}

function domainChanges(
  domain: Domain,
  base: AssessedSide,
  head: AssessedSide,
  causesOf: CausesOf,
): CoverageChange[] {
  const [before, after] = [base.coverage.domains.get(domain), head.coverage.domains.get(domain)];
  // A domain the config did not have says nothing of what was lost or gained in it.
  if (!before || !after) return [];
  const ids = [...new Set([...before.assessments.keys(), ...after.assessments.keys()])].sort();
  return ids.flatMap((id): CoverageChange[] => {
    const [old, now] = [before.assessments.get(id), after.assessments.get(id)];
    const [was, is] = [standingOf(old, now), standingOf(now, old)];
    const own = [old?.detections.length ?? 0, now?.detections.length ?? 0] as const;
    const kind = changeKind(was, is, own);
    const knowledge = [head, base]
      .map((side) => side.knowledge.get(domain))
      .find((one) => one?.technique(id));
    const technique = knowledge?.technique(id);
    if (!kind || !technique || !knowledge) return [];
    const parent = parentOf(technique.parent, after, knowledge);
    return [
      {
        kind,
        domain,
        technique: id,
        name: fullName(technique, knowledge),
        tactics: knowledge.tactics
          .filter(({ shortname }) => technique.tactics.includes(shortname))
          .map(({ name }) => name),
        ...(now && { page: techniquePath(id) }),
        before: was,
        after: is,
        ...(parent && { parent }),
        causes: causesOf(domain, id),
      },
    ];
  });
}

function parentOf(
  id: string | undefined,
  { assessments }: DomainCoverage,
  knowledge: KnowledgeBase,
): CoverageChange['parent'] {
  const assessment = id === undefined ? undefined : assessments.get(id);
  if (!assessment) return undefined;
  const { technique, level } = assessment;
  const name = knowledge.technique(technique)?.name ?? technique;
  return { technique, name, level, covered: isCovered(level) };
}

/** How much of each domain of the head is covered on both sides. */
export function coverageNumbers(base: Coverage, head: Coverage): CoverageNumbers[] {
  return [...head.domains].map(([domain, { covered, total }]) => {
    const before = base.domains.get(domain);
    return {
      domain,
      before: { covered: before?.covered ?? 0, total: before?.total ?? 0 },
      after: { covered, total },
    };
  });
}
