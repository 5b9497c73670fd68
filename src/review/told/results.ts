import type { Finding } from '../../findings/finding.ts';
import { CONFIG_SOURCE } from '../../workspace/config-source.ts';
import type { CoverageChange, CoverageChangeKind } from '../coverage-change.ts';
import type { ItemChange, ItemRef } from '../item-ref.ts';
import type { Review } from '../review.ts';
import { REVIEW_RULES, type ReviewRuleId } from './review-rules.ts';
import { parentClause, stepsOf } from './words.ts';

/** What stands at a line of a file: a new finding, or a loss at what caused it. */
export interface ReviewResult extends Finding {
  /** Path from the root of the repository; absent outside of it. */
  file?: string;
  /** Of new findings; of the others it follows from what they say. */
  fingerprint?: string;
}

/** Causes named in one message. */
const MOST_CAUSES = 3;

/** All of a review that has a place, for machines that show it there: losses, broken mappings, other new findings. */
export function resultsOf(review: Review): ReviewResult[] {
  const { lost, playbooks, brokenMappings, findings } = review;
  const items = new Map(
    [...review.rules, ...playbooks, ...review.exercises].map((change) => [change.id, change]),
  );
  return [
    ...lost.flatMap((change) => lossResult(change, items, review)),
    ...brokenMappings,
    ...playbooks
      .filter(({ reviewUntouched }) => reviewUntouched)
      .map(({ item }) =>
        placed(
          'review/review-untouched',
          `What “${item.title}” says changed; the date of its review did not`,
          item,
        ),
      ),
    ...findings,
  ];
}

const LOSSES: Partial<Record<CoverageChangeKind, { rule: ReviewRuleId; says: string }>> = {
  lost: { rule: 'review/coverage-lost', says: 'is not covered any more' },
  'proof-lost': { rule: 'review/proof-lost', says: 'is not proven any more' },
  reduced: { rule: 'review/down-to-one-rule', says: 'rests on one rule now' },
};

function lossResult(
  change: CoverageChange,
  items: ReadonlyMap<string, ItemChange>,
  { head }: Pick<Review, 'head'>,
): ReviewResult[] {
  const loss = LOSSES[change.kind];
  if (!loss) return [];
  const { technique, name, causes } = change;
  const cause = causes.map(({ change: id }) => items.get(id ?? '')).find((item) => item !== undefined);
  // Neither rule nor hunt: what the config says of scope, sources or weights.
  const config = head.config ?? 'coverbook.yaml';
  const place = cause?.item ?? { source: CONFIG_SOURCE, path: config, file: config };
  const steps = stepsOf(change);
  const step = change.kind === 'reduced' ? steps.rules : steps.level;
  const why = causes.slice(0, MOST_CAUSES).map(({ text }) => text);
  const rest = causes.length - why.length;
  const parent = parentClause(change);
  return [
    placed(
      loss.rule,
      `\`${technique}\` ${name} ${loss.says} (${step}): ${[...why, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ')}`,
      place,
      parent,
    ),
  ];
}

function placed(
  id: ReviewRuleId,
  message: string,
  { source, path, file, line }: Pick<ItemRef, 'source' | 'path' | 'file' | 'line'>,
  hint?: string,
): ReviewResult {
  const { severity } = REVIEW_RULES.find((rule) => rule.id === id) ?? { severity: 'note' };
  return {
    rule: id,
    severity,
    message,
    ...(hint !== undefined && { hint: `${hint}.` }),
    source,
    path,
    ...(file !== undefined && { file }),
    ...(line !== undefined && { range: { line, column: 1, endLine: line, endColumn: 1 } }),
  };
}
