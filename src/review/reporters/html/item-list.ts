import type { Element } from 'hast';
import type { Review } from '../../review.ts';
import { fileUrl, itemUrl, pathOf } from '../../told/addresses.ts';
import type { ToldItem } from '../../told/section.ts';
import { BEFORE_AND_AFTER } from '../../told/words.ts';
import { differenceList } from './differences.ts';
import { element, link, message, unseen } from './element.ts';

/**
 * Rules, playbooks or exercises, one below the other, each with all that differs.
 *
 * @param places By the ids of changes: their anchors on this page, and the addresses of pages of their own.
 */
export function itemList(
  items: readonly ToldItem[],
  review: Pick<Review, 'site'>,
  { anchors, pages }: { anchors: ReadonlyMap<string, string>; pages: ReadonlyMap<string, string> },
): Element {
  return element(
    'ul',
    { className: ['entries'] },
    items.map((told) => {
      const { id, change, item, from, clauses, warnings, broken, differences } = told;
      const anchor = anchors.get(id);
      const page = pages.get(id);
      return element(
        'li',
        { dataKind: change, ...(anchor !== undefined && { id: anchor }) },
        element('p', { className: ['entry-word'] }, change),
        element(
          'div',
          {},
          element('h3', {}, link(itemUrl(review, told), item.title.trim() || item.key)),
          element(
            'p',
            { className: ['muted', 'small'] },
            link(fileUrl(item), element('code', {}, pathOf(item))),
            from === undefined ? undefined : [', before ', element('code', {}, from)],
          ),
          page === undefined
            ? undefined
            : element('p', {}, link(page, [BEFORE_AND_AFTER, unseen(` of ${item.title}`)])),
          clauses.length === 0 ? undefined : element('p', {}, clauses.join(', ')),
          warnings.map((warning) =>
            element('p', { className: ['severity'], dataSeverity: 'warning' }, warning),
          ),
          broken.map(({ why, line }) =>
            element(
              'p',
              {},
              element('span', { className: ['severity'], dataSeverity: 'error' }, 'Broken reference'),
              line === undefined ? ': ' : ` in line ${line}: `,
              message(why),
            ),
          ),
          differenceList(differences),
        ),
      );
    }),
  );
}
