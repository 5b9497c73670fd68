import type { Root } from 'hast';
import rehypeStringify from 'rehype-stringify';
import { unified } from 'unified';
import { ownLines } from '../../detections/own-lines.ts';
import { DETECTION_FORMATS } from '../../site/detection-formats.ts';
import type { ItemChange } from '../item-ref.ts';
import type { ComparedStates } from '../load-review.ts';
import { reviewPage } from '../reporters/html/page.ts';
import { fileText } from '../sides/file-text.ts';
import { changePages } from './change-pages.ts';
import { playbookPage } from './playbook-page.ts';
import { rulePage } from './rule-page.ts';

const processor = unified().use(rehypeStringify).freeze();

/**
 * The pages of a review: `index.html` is all of it, and each changed playbook and detection has a page.
 *
 * @returns One after the other, by path in the folder they are for.
 */
export async function* reviewSite({
  review,
  base,
  head,
}: ComparedStates): AsyncGenerator<{ path: string; html: string }> {
  const pages = changePages(review);
  yield { path: 'index.html', html: htmlOf(reviewPage(review, pages)) };
  for (const change of review.playbooks) {
    const [before, after] = statesOf(change, base.workspace.playbooks, head.workspace.playbooks);
    const html = htmlOf(playbookPage({ review, pages, change, before, after }));
    yield { path: pages.get(change.id) ?? '', html };
  }
  for (const change of review.rules) {
    const [before, after] = statesOf(change, base.workspace.detections, head.workspace.detections);
    const format = (after ?? before)?.format ?? 'plain';
    const page = rulePage({
      review,
      pages,
      change,
      before: before && ownLines(await fileText(base, before.source, before.path), before),
      after: after && ownLines(await fileText(head, after.source, after.path), after),
      language: DETECTION_FORMATS[format].language,
    });
    yield { path: pages.get(change.id) ?? '', html: htmlOf(page) };
  }
}

/** What an item was and is; undefined on the side where there is none. */
function statesOf<T extends { key: string }>(
  { change, item, before }: ItemChange,
  base: readonly T[],
  head: readonly T[],
): [before: T | undefined, after: T | undefined] {
  const keyBefore = change === 'removed' ? item.key : before?.key;
  return [
    base.find(({ key }) => key === keyBefore),
    change === 'removed' ? undefined : head.find(({ key }) => key === item.key),
  ];
}

function htmlOf(page: Root): string {
  return `${processor.stringify(page)}\n`;
}
