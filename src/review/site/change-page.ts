import { join } from 'node:path';
import type { Root } from 'hast';
import type { ItemChange } from '../item-ref.ts';
import { coverageList } from '../reporters/html/coverage-list.ts';
import { element, link, type Child } from '../reporters/html/element.ts';
import { findingList } from '../reporters/html/finding-list.ts';
import { standalonePage } from '../reporters/html/standalone-page.ts';
import { pageStyles } from '../reporters/html/styles.ts';
import type { Review } from '../review.ts';
import { fileUrl, pathOf } from '../told/addresses.ts';
import { footLines } from '../told/foot.ts';
import type { ToldItem } from '../told/section.ts';
import { relativeLinks, upFrom } from './change-pages.ts';

const PROSE = join(import.meta.dirname, '..', '..', 'styles', 'prose.css');
const OWN = join(import.meta.dirname, 'change.css');

export interface ChangePageOptions {
  review: Review;
  /** Where the pages of all changes stand, by the ids of the changes. */
  pages: ReadonlyMap<string, string>;
  change: ItemChange;
  /** The same in words. */
  told: ToldItem;
}

/** A page of one change: what it is, what it does to the coverage, new findings about it, and `parts` of its own. */
export function changePage({ review, pages, change, told }: ChangePageOptions, ...parts: Child[]): Root {
  const path = pages.get(change.id) ?? '';
  const { item } = told;
  const title = item.title.trim() || item.key;
  return standalonePage(
    `${title}: ${told.change}`,
    pageStyles([PROSE, OWN]),
    element(
      'main',
      { id: 'content', className: ['review', 'change'] },
      element(
        'nav',
        { ariaLabel: 'Review' },
        element('a', { href: `${upFrom(path)}index.html` }, 'All of this review'),
      ),
      element(
        'header',
        { className: ['page-head'], dataKind: told.change },
        element('h1', {}, title),
        element(
          'p',
          { className: ['muted'] },
          `${item.kind} `,
          element('strong', { className: ['entry-word'] }, told.change),
          ' · ',
          link(fileUrl(item), element('code', {}, pathOf(item))),
          told.from === undefined ? undefined : [', before ', element('code', {}, told.from)],
        ),
        told.clauses.length === 0 ? undefined : element('p', {}, told.clauses.join(', ')),
        told.warnings.map((warning) =>
          element('p', { className: ['severity'], dataSeverity: 'warning' }, warning),
        ),
      ),
      consequences(review, relativeLinks(pages, path), change),
      parts,
    ),
    element(
      'footer',
      { className: ['review-foot'] },
      footLines(review).map((line) => element('p', {}, line)),
    ),
  );
}

/** A part of such a page; without content there is none. */
export function part(id: string, title: string, content: Child): Child {
  if (content === undefined) return undefined;
  return element('section', { id, className: ['section'] }, element('h2', {}, title), content);
}

function consequences(review: Review, links: ReadonlyMap<string, string>, { id, item }: ItemChange): Child {
  const changes = [...review.lost, ...review.gained, ...review.changed].filter(({ causes }) =>
    causes.some(({ change }) => change === id),
  );
  const findings = [...review.brokenMappings, ...review.findings].filter(({ page }) => page === item.page);
  return [
    part(
      'coverage',
      'What it does to the coverage',
      changes.length === 0 ? undefined : coverageList(changes, review, links),
    ),
    part('findings', 'New findings', findings.length === 0 ? undefined : findingList(findings, review)),
  ];
}
