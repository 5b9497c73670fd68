import type { Root } from 'hast';
import type { Review } from '../../review.ts';
import { footLines } from '../../told/foot.ts';
import type { Section } from '../../told/section.ts';
import { sectionsOf } from '../../told/sections.ts';
import { coverageList } from './coverage-list.ts';
import { differenceList } from './differences.ts';
import { element, type Child } from './element.ts';
import { findingList } from './finding-list.ts';
import { itemList } from './item-list.ts';
import { contents, pageHead } from './page-head.ts';
import { standalonePage } from './standalone-page.ts';
import { pageStyles } from './styles.ts';

/**
 * The whole page: it loads nothing, runs nothing, and says everything.
 *
 * @param pages Addresses of the pages of changes, by their ids, where there are such pages.
 */
export function reviewPage(review: Review, pages: ReadonlyMap<string, string> = new Map()): Root {
  const sections = sectionsOf(review);
  const anchors = anchorsOf(sections);
  return standalonePage(
    `Coverage review: ${review.verdict}`,
    pageStyles(),
    element(
      'main',
      { id: 'content', className: ['review'] },
      pageHead(review),
      contents(sections),
      sections.map((section) => sectionOf(section, { review, anchors, pages })),
    ),
    element(
      'footer',
      { className: ['review-foot'] },
      footLines(review).map((line) => element('p', {}, line)),
    ),
  );
}

/** What the entries of every section lead to. */
interface PageContext {
  review: Review;
  anchors: ReadonlyMap<string, string>;
  pages: ReadonlyMap<string, string>;
}

function sectionOf(section: Section, context: PageContext): Child {
  const { id, title, count, note } = section;
  return element(
    'section',
    { id, className: ['section'] },
    element('h2', {}, `${title} `, element('span', { className: ['muted'] }, String(count))),
    note === undefined ? undefined : element('p', { className: ['section-note'] }, note),
    entriesOf(section, context),
  );
}

function entriesOf(section: Section, { review, anchors, pages }: PageContext): Child {
  switch (section.kind) {
    case 'coverage':
      return coverageList(section.changes, review, fragments(anchors));
    case 'findings':
      return findingList(section.findings, review);
    case 'items':
      return itemList(section.items, review, { anchors, pages });
    case 'differences':
      return differenceList(section.differences);
  }
}

/** By the id of a change, which may hold anything, the id of its entry on the page: `rules-1`. */
function anchorsOf(sections: readonly Section[]): Map<string, string> {
  return new Map(
    sections.flatMap((section) =>
      section.kind === 'items'
        ? section.items.map(({ id }, index): [string, string] => [id, `${section.id}-${index + 1}`])
        : [],
    ),
  );
}

function fragments(anchors: ReadonlyMap<string, string>): Map<string, string> {
  return new Map([...anchors].map(([id, anchor]) => [id, `#${anchor}`]));
}
