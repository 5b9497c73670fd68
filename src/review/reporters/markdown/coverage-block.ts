import { markdownRow, markdownText } from '../../../escape/markdown.ts';
import type { CoverageChange } from '../../coverage-change.ts';
import type { Review } from '../../review.ts';
import { pageUrl } from '../../told/addresses.ts';
import { clip } from '../../told/clip.ts';
import { KIND_WORDS, parentClause, stepsOf } from '../../told/words.ts';
import type { Entry } from './fit.ts';
import { linked } from './linked.ts';

/** Causes of one technique. */
const MOST_CAUSES = 3;

/** Characters of one cause. */
const MOST_CHARACTERS = 200;

export const COVERAGE_HEAD = [
  markdownRow(['', 'Technique', 'Level', 'Score', 'Rules', 'Why']),
  markdownRow(['---', '---', '---', '---', '---', '---']),
].join('\n');

/**
 * One technique as a row; in short without its tactics and with one cause.
 *
 * @param urls Of changes, by their ids.
 */
export function coverageRow(
  change: CoverageChange,
  review: Pick<Review, 'site'>,
  urls: ReadonlyMap<string, string>,
): Entry {
  const name = linked(markdownText(`${change.technique} ${change.name}`), pageUrl(review, change.page));
  const tactics =
    change.tactics.length > 0 ? `<br><sub>${markdownText(change.tactics.join(', '))}</sub>` : '';
  const parent = parentClause(change);
  const causes = change.causes.map(({ change: id, text }) =>
    linked(markdownText(clip(text, MOST_CHARACTERS)), id === undefined ? undefined : urls.get(id)),
  );
  const { level, score, rules } = stepsOf(change);
  const row = (shown: string, reasons: string[]): string =>
    markdownRow([
      `**${KIND_WORDS[change.kind]}**`,
      shown,
      level,
      unbroken(score),
      unbroken(rules),
      reasons.join('; '),
    ]);
  const reasons = [...some(causes, MOST_CAUSES), ...(parent === undefined ? [] : [markdownText(parent)])];
  return { full: row(name + tactics, reasons), short: row(name, some(causes, 1)) };
}

/** Numbers stay on one line in a narrow column. */
function unbroken(steps: string): string {
  return steps.replaceAll(' ', '&nbsp;');
}

function some(causes: readonly string[], most: number): string[] {
  const rest = causes.length - most;
  return [...causes.slice(0, most), ...(rest > 0 ? [`and ${rest} more`] : [])];
}
