import { counted } from '../coverage/wording.ts';
import type { Finding } from '../findings/finding.ts';
import type { PendingFinding } from '../workspace/pending-finding.ts';
import { brokenReferences } from './broken-references.ts';
import { compareExercises } from './compare-exercises.ts';
import type { Comparison } from './comparison.ts';
import { compareCoverage, coverageNumbers, type AssessedSide } from './coverage/compare-coverage.ts';
import { editCauses } from './coverage/edit-causes.ts';
import { versionCauses } from './coverage/version-causes.ts';
import type { CoverageChange, CoverageChangeKind } from './coverage-change.ts';
import type { Difference } from './difference.ts';
import { changedPairs } from './item-changes.ts';
import { movedFiles } from './moved-files.ts';
import { newFindings } from './new-findings.ts';
import { comparePlaybooks } from './playbooks/compare-playbooks.ts';
import type { Review } from './review.ts';
import { compareRules } from './rules/compare-rules.ts';
import { summaryOf } from './summary.ts';
import { toReviewFindings } from './to-review-findings.ts';
import { verdictLine } from './verdict.ts';

/** What a comparison says of a review: all but which states were compared. */
export type Compared = Omit<
  Review,
  'schemaVersion' | 'tool' | 'title' | 'site' | 'base' | 'head' | 'now' | 'attack' | 'rollUp'
>;

export interface CompareOptions {
  /** What differs in the config. */
  config: Difference[];
  /** The base's content held against the base's version of ATT&CK, where that is another than the head's. */
  ownVersion?: AssessedSide;
  /** Finds the lines of findings of the head: asked once, for the new ones. */
  locate: (pending: readonly PendingFinding[]) => Promise<Finding[]>;
}

/** Compares two states of one content. */
export async function compare(
  comparison: Comparison,
  { config, ownVersion, locate }: CompareOptions,
): Promise<Compared> {
  const { base, head } = comparison;
  const rules = compareRules(comparison);
  const exercises = compareExercises(comparison);
  const hunts = changedPairs(base.workspace.playbooks, head.workspace.playbooks, comparison);
  const pairs = [...rules.pairs, ...hunts, ...exercises.pairs];
  const found = newFindings(comparison, movedFiles(comparison, pairs));
  const located = await locate(found.findings.map(({ pending }) => pending));
  const news = toReviewFindings(found.findings, located, head);
  const playbooks = comparePlaybooks(comparison, hunts, brokenReferences(news));
  const [before, after] = [base, head].map(assessed) as [AssessedSide, AssessedSide];
  const coverage = compareCoverage(before, after, editCauses(comparison, pairs, config));
  const isMapping = ({ rule }: Finding): boolean => rule.startsWith('mapping/');
  const told = {
    byVersion: ownVersion ? compareCoverage(ownVersion, before, versionCauses(ownVersion, before)) : [],
    brokenMappings: news.filter(isMapping),
    rules: rules.rules,
    playbooks: playbooks.playbooks,
    exercises: exercises.exercises,
    findings: news.filter((finding) => !isMapping(finding)),
  };
  const summary = summaryOf(told, coverage, found);
  return {
    notes: unreadNotes(rules.unread + playbooks.unread + exercises.unread),
    verdict: verdictLine(summary),
    summary,
    numbers: coverageNumbers(base.coverage, head.coverage),
    lost: ofKinds(coverage, ['lost', 'proof-lost', 'reduced']),
    gained: ofKinds(coverage, ['gained', 'proven']),
    changed: ofKinds(coverage, ['lowered', 'raised']),
    config,
    ...told,
  };
}

function assessed({ coverage, workspace }: Comparison['head']): AssessedSide {
  return { coverage, knowledge: workspace.knowledge };
}

/** In the order of the kinds; within one the order stays. */
function ofKinds(changes: readonly CoverageChange[], kinds: readonly CoverageChangeKind[]): CoverageChange[] {
  return kinds.flatMap((kind) => changes.filter((change) => change.kind === kind));
}

function unreadNotes(unread: number): string[] {
  if (unread === 0) return [];
  const what = counted(unread, 'item differs', 'items differ');
  return [`${what} in nothing but comments, layout, fields nobody reads, or another name for the same.`];
}
