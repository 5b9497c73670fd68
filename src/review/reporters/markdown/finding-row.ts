import { markdownCode, markdownMessage, markdownRow } from '../../../escape/markdown.ts';
import type { Review, ReviewFinding } from '../../review.ts';
import { pathOf } from '../../told/addresses.ts';
import { clip } from '../../told/clip.ts';
import { ruleUrl } from '../../told/result-places.ts';
import type { Entry } from './fit.ts';
import { linked } from './linked.ts';

/** Characters of a message, which may quote content. */
const MOST_CHARACTERS = 400;

export const FINDING_HEAD = [
  markdownRow(['', 'Where', 'Finding', 'Check']),
  markdownRow(['---', '---', '---', '---']),
].join('\n');

/**
 * One finding as a row; in short without what to do.
 *
 * @param url Where to look.
 */
export function findingRow(
  finding: ReviewFinding,
  review: Pick<Review, 'site'>,
  url: string | undefined,
): Entry {
  const { severity, message, hint, rule, range } = finding;
  const place = linked(markdownCode(`${pathOf(finding)}${range ? `:${range.line}` : ''}`), url);
  const row = (text: string): string =>
    markdownRow([`**${severity}**`, place, text, linked(markdownCode(rule), ruleUrl(rule, review))]);
  const said = markdownMessage(clip(message, MOST_CHARACTERS));
  return {
    full: row(hint === undefined ? said : `${said}<br>${markdownMessage(hint)}`),
    short: row(said),
  };
}
