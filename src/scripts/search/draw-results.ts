import { element } from '../matrix/element.ts';
import { drawExcerpt, resultHead, resultLine } from './draw-result.ts';
import type { SearchResult } from './result.ts';

/** One result of the search page. */
export function drawResult(result: SearchResult, root: URL): HTMLElement {
  const shown = result.excerpt.map(({ text }) => text).join('');
  return element(
    'li',
    {},
    element('a', { href: new URL(result.path, root).href }, ...resultHead(result)),
    resultLine(result, true),
    // A record without a text of its own has its title for one.
    ...(shown.trim() === '' || shown.trim() === result.title ? [] : [drawExcerpt(result.excerpt)]),
  );
}
