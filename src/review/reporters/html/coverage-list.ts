import type { Element } from 'hast';
import type { CoverageChange, Standing } from '../../coverage-change.ts';
import type { Review } from '../../review.ts';
import { pageUrl } from '../../told/addresses.ts';
import { KIND_WORDS, parentClause, stepsOf } from '../../told/words.ts';
import { element, link, type Child } from './element.ts';

/** Causes of one technique. */
const MOST_CAUSES = 12;

/**
 * Techniques, one below the other: what became of each, by how much, and why.
 *
 * @param links Where the changes are told, by their ids: `#rules-1`.
 */
export function coverageList(
  changes: readonly CoverageChange[],
  review: Pick<Review, 'site'>,
  links: ReadonlyMap<string, string>,
): Element {
  return element(
    'ul',
    { className: ['entries', 'coverage'] },
    changes.map((change) => {
      const { kind, technique, name, tactics, page } = change;
      return element(
        'li',
        { dataKind: kind },
        element('p', { className: ['entry-word'] }, KIND_WORDS[kind]),
        element(
          'div',
          {},
          element(
            'h3',
            {},
            link(pageUrl(review, page), [element('span', { className: ['id'] }, technique), ` ${name}`]),
          ),
          element('p', { className: ['muted', 'small'] }, tactics.join(', ')),
          element('ul', { className: ['why'] }, causes(change, links)),
        ),
        steps(change),
      );
    }),
  );
}

function causes(change: CoverageChange, links: ReadonlyMap<string, string>): Element[] {
  const rest = change.causes.length - MOST_CAUSES;
  const parent = parentClause(change);
  const shown = change.causes.slice(0, MOST_CAUSES).map(({ change: id, text }) => {
    return link(id === undefined ? undefined : links.get(id), text);
  });
  return [...shown, ...(rest > 0 ? [`and ${rest} more`] : []), ...(parent === undefined ? [] : [parent])].map(
    (one) => element('li', {}, one),
  );
}

function steps(change: CoverageChange): Element {
  const { before, after } = change;
  const { score, rules } = stepsOf(change);
  const isSame = before.level === after.level && before.inScope === after.inScope;
  const level: Child = isSame ? levelOf(after) : [levelOf(before), ' → ', levelOf(after)];
  return element(
    'dl',
    { className: ['steps'] },
    [
      ['Level', level],
      ['Score', score],
      ['Rules', rules],
    ].map(([name, value]) => element('div', {}, element('dt', {}, name), element('dd', {}, value))),
  );
}

function levelOf({ level, inScope }: Standing): Child {
  if (!inScope) return 'out of scope';
  const glyph = element('span', { className: ['glyph'], dataLevel: level });
  return element('span', { className: ['level'], dataLevel: level }, glyph, level);
}
