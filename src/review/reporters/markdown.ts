import { counted } from '../../coverage/wording.ts';
import { markdownMessage, markdownText } from '../../escape/markdown.ts';
import { COMMENT_MARKER } from '../comment.ts';
import type { ReviewReporter } from '../reporter.ts';
import type { Review } from '../review.ts';
import { changeUrls } from '../told/addresses.ts';
import { clip } from '../told/clip.ts';
import { footLines, numberLines, wholeCommand } from '../told/foot.ts';
import { sectionsOf } from '../told/sections.ts';
import { blockOf } from './markdown/block.ts';
import { fit, type Fitted } from './markdown/fit.ts';

/** Under `COMMENT_LIMIT`: some room is left for whoever posts it. */
export const MOST_CHARACTERS = 60_000;

/** Notes quote content: there are no more of them, and none is longer. */
const NOTES = { most: 10, characters: 400 };

/** A comment for a pull request or a merge request; never longer than `MOST_CHARACTERS`. */
export const markdownReporter: ReviewReporter = {
  id: 'markdown',
  report(review, { pages }) {
    const urls = changeUrls(review);
    const blocks = sectionsOf(review).map((section) => blockOf(section, review, urls, pages));
    const [head, foot] = [headOf(review), footOf(review)];
    // The sentence on what was left out is no longer than this.
    const fitted = fit(blocks, MOST_CHARACTERS - head.length - foot.length - 400);
    return `${[head, ...fitted.blocks, ...leftOut(fitted, review), foot].join('\n\n')}\n`;
  },
};

function headOf(review: Review): string {
  const { verdict, notes } = review;
  return [
    COMMENT_MARKER,
    `## Coverage review: ${markdownText(verdict)}`,
    ...numberLines(review).map(markdownText),
    ...notes.slice(0, NOTES.most).map((note) => `> ${markdownMessage(clip(note, NOTES.characters))}`),
  ].join('\n\n');
}

function leftOut({ shortened, left }: Fitted, review: Review): string[] {
  if (shortened + left === 0) return [];
  const parts = [
    ...(shortened > 0 ? [`the detail of ${counted(shortened, 'entry', 'entries')}`] : []),
    ...(left > 0 ? [counted(left, 'entry', 'entries')] : []),
  ];
  return [
    `**Too much for a comment:** ${parts.join(' and ')} had no room. All of it: \`${wholeCommand(review)}\``,
  ];
}

function footOf(review: Review): string {
  return `---\n\n<sub>${footLines(review).map(markdownText).join('<br>')}</sub>`;
}
