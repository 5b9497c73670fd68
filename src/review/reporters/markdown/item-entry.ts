import { markdownCode, markdownMessage, markdownText } from '../../../escape/markdown.ts';
import type { BrokenReference } from '../../playbook-change.ts';
import type { Review } from '../../review.ts';
import { fileUrl, itemUrl, pathOf } from '../../told/addresses.ts';
import { clip } from '../../told/clip.ts';
import type { ToldItem } from '../../told/section.ts';
import { BEFORE_AND_AFTER } from '../../told/words.ts';
import { differenceItem, indented } from './differences.ts';
import type { Entry } from './fit.ts';
import { linked } from './linked.ts';

/** Characters of a title, a clause or a reference. */
const MOST_CHARACTERS = 160;

/** A rule, a playbook or an exercise: one line, and below it what differs; in short the line alone. */
export function itemEntry(
  told: ToldItem,
  review: Pick<Review, 'site'>,
  pages: ReadonlyMap<string, string> = new Map(),
): Entry {
  const { id, change, item, from, clauses, warnings, broken, differences } = told;
  const title = linked(
    markdownText(clip(item.title.trim() || item.key, MOST_CHARACTERS)),
    itemUrl(review, told),
  );
  const file = linked(markdownCode(pathOf(item)), fileUrl(item));
  const place = from === undefined ? file : `${file}, before ${markdownCode(from)}`;
  const about = clauses.map((clause) => markdownText(clip(clause, MOST_CHARACTERS))).join(', ');
  const page = pages.get(id);
  const shown = page === undefined ? '' : `, ${linked(BEFORE_AND_AFTER.toLowerCase(), page)}`;
  const line = `- **${change}** ${title} (${place}${shown})${about === '' ? '' : `: ${about}`}`;
  const attention = [
    ...warnings.map((warning) => `- **${markdownText(warning)}**`),
    ...broken.map(brokenItem),
  ].map((one) => indented(one, 2));
  return {
    full: [line, ...attention, ...differences.map((one) => indented(differenceItem(one), 2))].join('\n'),
    short: [line, ...attention].join('\n'),
  };
}

function brokenItem({ written, why, line }: BrokenReference): string {
  const place = line === undefined ? '' : ` in line ${line}`;
  // Most sentences name it themselves.
  const name = why.includes(written) ? '' : ` ${markdownCode(clip(written, MOST_CHARACTERS))}`;
  return `- **broken reference**${name}${place}: ${markdownMessage(clip(why, 2 * MOST_CHARACTERS))}`;
}
