import { SEARCH_TYPE_WORDS } from '../../search/type-words.ts';
import { element } from '../matrix/element.ts';
import { resultHead, resultLine } from './draw-result.ts';
import type { SearchResult } from './result.ts';

/** Options of the palette under one heading. */
export interface OptionGroup {
  label: string;
  options: HTMLElement[];
}

/** Results by kind; the kind of the best result comes first. */
export function resultGroups(results: readonly SearchResult[], root: URL): OptionGroup[] {
  return [...Map.groupBy(results, ({ type, exact }) => (exact > 0 ? 'exact' : type))].map(([type, own]) => ({
    label: type === 'exact' ? 'By this name' : SEARCH_TYPE_WORDS[type].plural,
    options: own.map((result) =>
      option(new URL(result.path, root).href, ...resultHead(result), resultLine(result, result.exact > 0)),
    ),
  }));
}

/** A way to a page of the site. */
export function commandOption(
  { label, says, path }: { label: string; says: string; path: string },
  root: URL,
): HTMLElement {
  return option(
    new URL(path, root).href,
    element('span', { class: 'result-glyph' }),
    element('span', { class: 'result-title' }, label),
    element('span', { class: 'result-line' }, says),
  );
}

/** The way to the search page, where results can be narrowed and all be seen. */
export function moreOption(total: number, shown: number, href: string): HTMLElement {
  const number = total.toLocaleString('en');
  const words = total > shown ? `All ${number} results` : `Narrow by platform, tactic, source`;
  return option(
    href,
    element('span', { class: 'result-glyph' }),
    element('span', { class: 'result-title' }, words),
  );
}

function option(href: string, ...children: HTMLElement[]): HTMLElement {
  return element('a', { class: 'palette-option', role: 'option', tabindex: '-1', href }, ...children);
}
