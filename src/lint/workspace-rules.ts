import type { WorkspaceRule } from './rule.ts';
import { brokenLink } from './rules/broken-link.ts';
import { dateNotChanged } from './rules/date-not-changed.ts';
import { duplicateId } from './rules/duplicate-id.ts';
import { emptySection } from './rules/empty-section.ts';
import { exerciseUnknownActor } from './rules/exercise-unknown-actor.ts';
import { exerciseUnknownTest } from './rules/exercise-unknown-test.ts';
import { missingSection } from './rules/missing-section.ts';
import { noFalsePositives } from './rules/no-false-positives.ts';
import { noStatus } from './rules/no-status.ts';
import { queryWithoutLanguage } from './rules/query-without-language.ts';
import { reviewOverdue } from './rules/review-overdue.ts';
import { runOverdue } from './rules/run-overdue.ts';
import { unknownId } from './rules/unknown-id.ts';
import { vagueHypothesis } from './rules/vague-hypothesis.ts';

/** Every rule that looks at the whole workspace. To add one is to add a file under `rules/` and a line here. */
export const WORKSPACE_RULES: readonly WorkspaceRule[] = [
  brokenLink,
  dateNotChanged,
  duplicateId,
  emptySection,
  exerciseUnknownActor,
  exerciseUnknownTest,
  missingSection,
  noFalsePositives,
  noStatus,
  queryWithoutLanguage,
  reviewOverdue,
  runOverdue,
  unknownId,
  vagueHypothesis,
];
