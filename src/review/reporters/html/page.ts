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
import { pageStyles } from './styles.ts';

/** The whole page: it loads nothing, runs nothing, and says everything. */
export function reviewPage(review: Review): Root {
  const sections = sectionsOf(review);
  const anchors = anchorsOf(sections);
  const { css, policy } = pageStyles();
  const head = element(
    'head',
    {},
    element('meta', { charSet: 'utf-8' }),
    element('meta', { httpEquiv: ['Content-Security-Policy'], content: policy }),
    element('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    element('meta', { name: 'color-scheme', content: 'light dark' }),
    element('meta', { name: 'robots', content: 'noindex' }),
    element('meta', { name: 'referrer', content: 'no-referrer' }),
    element('title', {}, `Coverage review: ${review.verdict}`),
    // Our own text, as it is: the policy allows just these characters.
    { type: 'element', tagName: 'style', properties: {}, children: [{ type: 'text', value: css }] },
  );
  const body = element(
    'body',
    {},
    element('a', { className: ['skip'], href: '#content' }, 'Skip to the content'),
    element(
      'main',
      { id: 'content', className: ['review'] },
      pageHead(review),
      contents(sections),
      sections.map((section) => sectionOf(section, review, anchors)),
    ),
    element(
      'footer',
      { className: ['review-foot'] },
      footLines(review).map((line) => element('p', {}, line)),
    ),
  );
  return { type: 'root', children: [{ type: 'doctype' }, element('html', { lang: 'en' }, head, body)] };
}

function sectionOf(section: Section, review: Review, anchors: ReadonlyMap<string, string>): Child {
  const { id, title, count, note } = section;
  return element(
    'section',
    { id, className: ['section'] },
    element('h2', {}, `${title} `, element('span', { className: ['muted'] }, String(count))),
    note === undefined ? undefined : element('p', { className: ['section-note'] }, note),
    entriesOf(section, review, anchors),
  );
}

function entriesOf(section: Section, review: Review, anchors: ReadonlyMap<string, string>): Child {
  switch (section.kind) {
    case 'coverage':
      return coverageList(section.changes, review, anchors);
    case 'findings':
      return findingList(section.findings, review);
    case 'items':
      return itemList(section.items, review, anchors);
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
