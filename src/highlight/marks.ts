import { markUp } from './highlighter.ts';
import { splitAtHidden } from './hidden-characters.ts';

/** A text in the order it is written out: where a token's class begins and ends, plain text, hidden characters. */
export type Mark =
  | { type: 'open'; className: string }
  | { type: 'close' }
  | { type: 'text'; text: string }
  | { type: 'hidden'; text: string; codePoint: string };

const TAG = /<span class="([^"]*)">|<\/span>/g;

const ENTITIES: Record<string, string> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&amp;': '&',
};

/** Marks a text up by the grammar of a language; an unknown one gives plain text. */
export function marksOf(text: string, language: string): Mark[] {
  const html = markUp(text, language);
  if (html === undefined) return textMarks(text);
  const marks: Mark[] = [];
  let end = 0;
  for (const tag of html.matchAll(TAG)) {
    marks.push(...textMarks(unescape(html.slice(end, tag.index))));
    marks.push(tag[1] === undefined ? { type: 'close' } : { type: 'open', className: tag[1] });
    end = tag.index + tag[0].length;
  }
  marks.push(...textMarks(unescape(html.slice(end))));
  return marks;
}

function textMarks(text: string): Mark[] {
  return splitAtHidden(text).map((part) =>
    'text' in part
      ? { type: 'text', text: part.text }
      : { type: 'hidden', text: part.hidden, codePoint: part.codePoint },
  );
}

function unescape(html: string): string {
  return html.replaceAll(/&(?:lt|gt|quot|#x27|amp);/g, (entity) => ENTITIES[entity] ?? entity);
}
