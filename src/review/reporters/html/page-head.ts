import type { Review } from '../../review.ts';
import { numberLines } from '../../told/foot.ts';
import type { Section } from '../../told/section.ts';
import { element, message, type Child } from './element.ts';

/** Title, verdict, how much is covered, and what could not be compared. */
export function pageHead(review: Review): Child {
  const { title, verdict, notes } = review;
  return element(
    'header',
    { className: ['page-head'] },
    element('h1', {}, 'Coverage review'),
    element(
      'p',
      { className: ['verdict'] },
      verdict.split(' · ').map((part, index) => element('span', {}, index === 0 ? part : `· ${part}`)),
    ),
    element(
      'p',
      { className: ['muted'] },
      title,
      numberLines(review).map((line) => [' · ', line]),
    ),
    notes.length === 0
      ? undefined
      : element(
          'ul',
          { className: ['notes'] },
          notes.map((note) => element('li', {}, message(note))),
        ),
  );
}

/** A way to each section, where there are several. */
export function contents(sections: readonly Section[]): Child {
  if (sections.length < 2) return undefined;
  const links = sections.map(({ id, title, count }) =>
    element('li', {}, element('a', { className: ['chip'], href: `#${id}` }, `${title} ${count}`)),
  );
  return element('nav', { ariaLabel: 'Contents' }, element('ul', { className: ['chips'] }, links));
}
