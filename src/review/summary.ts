import { COVERAGE_CHANGE_KINDS, type CoverageChange } from './coverage-change.ts';
import type { ItemChange } from './item-ref.ts';
import type { NewFindings } from './new-findings.ts';
import type { Review, ReviewSummary } from './review.ts';

/** Counts what a review tells. */
export function summaryOf(
  {
    rules,
    playbooks,
    exercises,
    byVersion,
    brokenMappings,
    findings,
  }: Pick<Review, 'rules' | 'playbooks' | 'exercises' | 'byVersion' | 'brokenMappings' | 'findings'>,
  coverage: readonly CoverageChange[],
  { resolved, old }: NewFindings,
): ReviewSummary {
  const severities = [...brokenMappings, ...findings].map(({ severity }) => severity);
  const ofSeverity = (wanted: (typeof severities)[number]): number =>
    severities.filter((severity) => severity === wanted).length;
  return {
    techniques: Object.fromEntries(
      COVERAGE_CHANGE_KINDS.map((kind) => [kind, coverage.filter((change) => change.kind === kind).length]),
    ) as ReviewSummary['techniques'],
    byVersion: byVersion.length,
    rules: changeCounts(rules),
    playbooks: changeCounts(playbooks),
    exercises: changeCounts(exercises),
    findings: {
      error: ofSeverity('error'),
      warning: ofSeverity('warning'),
      note: ofSeverity('note'),
      resolved,
      old,
    },
  };
}

function changeCounts(changes: readonly ItemChange[]): Record<ItemChange['change'], number> {
  const of = (wanted: ItemChange['change']): number =>
    changes.filter(({ change }) => change === wanted).length;
  return { removed: of('removed'), added: of('added'), changed: of('changed') };
}
