import { LEVEL_WORDS } from '../../site/level-words.ts';
import { SEARCH_TYPE_WORDS } from '../../search/type-words.ts';
import { element } from '../matrix/element.ts';
import type { MarkedPart } from './marked-parts.ts';
import type { SearchResult } from './result.ts';

/** The parts of a result: glyph with its word, id, title, kind, line of facts. For a row of the palette and of the page. */
export function resultHead({ level, id, title }: SearchResult): HTMLElement[] {
  return [
    level
      ? element(
          'span',
          { class: 'result-glyph' },
          levelGlyph(level),
          element('span', { class: 'visually-hidden' }, `${LEVEL_WORDS[level].name}: `),
        )
      : element('span', { class: 'result-glyph' }),
    element(
      'span',
      { class: 'result-title' },
      ...(id === '' ? [] : [element('span', { class: 'id' }, id), ' ']),
      title,
    ),
  ];
}

export function resultLine({ type, line, level }: SearchResult, withType: boolean): HTMLElement {
  const parts = [
    ...(withType ? [SEARCH_TYPE_WORDS[type].name] : []),
    ...(level ? [LEVEL_WORDS[level].name.toLowerCase()] : []),
    line,
  ];
  return element('span', { class: 'result-line' }, parts.filter((part) => part !== '').join(' · '));
}

export function drawExcerpt(parts: readonly MarkedPart[]): HTMLElement {
  return element(
    'p',
    { class: 'result-excerpt' },
    ...parts.map(({ text, marked }) => (marked ? element('mark', {}, text) : text)),
  );
}

function levelGlyph(level: string): HTMLElement {
  return element('span', { class: 'glyph', 'data-level': level });
}
