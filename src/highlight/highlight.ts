import { marksOf, type Mark } from './marks.ts';

/**
 * A text as HTML: escaped, tokens in `<span class="hljs-…">`, every hidden character in
 * `<span class="hidden-char" title="U+200B" dir="ltr">`. The `dir` isolates it, so that a bidirectional control
 * cannot reorder its neighbours, and the character itself stays to be copied.
 *
 * @param language As rules and fences name it: `sigma`, `toml`, `kql`, `ES|QL`… An unknown one stays plain.
 */
export function highlight(text: string, language: string): string {
  return marksOf(text, language).map(toHtml).join('');
}

/** A stretch of a text to be marked: offsets, `end` exclusive, and the number people see beside it. */
export interface MarkedStretch {
  start: number;
  end: number;
  number: number;
}

/**
 * As `highlight`, one HTML fragment a line. Tokens that span lines are closed at the end of each and opened
 * again, so that every line is well-formed on its own. A final newline makes no further line.
 *
 * @param stretches Put into `<mark>`, piece by piece where tokens and lines cut them; the first piece of each has
 *   `id="deciding-1"` and `data-number`. Offsets count in `text` with single line feeds. Where two overlap, the first marks.
 */
export function highlightLines(
  text: string,
  language: string,
  stretches: readonly MarkedStretch[] = [],
): string[] {
  const lines: string[] = [];
  const open: Mark[] = [];
  const begun = new Set<MarkedStretch>();
  let line = '';
  let offset = 0;
  const write = (part: string): void => {
    for (const { from, to, stretch } of cut(part.length, offset, stretches)) {
      const piece = escapeHtml(part.slice(from, to));
      if (!stretch || /^\s*$/.test(part.slice(from, to))) {
        line += piece;
        continue;
      }
      line += begun.has(stretch)
        ? `<mark>${piece}</mark>`
        : `<mark id="deciding-${stretch.number}" data-number="${stretch.number}">${piece}</mark>`;
      begun.add(stretch);
    }
    offset += part.length;
  };
  const breakLine = (): void => {
    lines.push(line + '</span>'.repeat(open.length));
    line = open.map(toHtml).join('');
  };
  for (const mark of marksOf(text.replaceAll('\r\n', '\n').replace(/\n$/, ''), language)) {
    if (mark.type === 'open') open.push(mark);
    if (mark.type === 'close') open.pop();
    if (mark.type === 'open' || mark.type === 'close') line += toHtml(mark);
    else if (mark.type === 'hidden') {
      offset += mark.text.length;
      line += toHtml(mark);
    } else {
      for (const [index, part] of mark.text.split('\n').entries()) {
        if (index > 0) {
          breakLine();
          offset += 1;
        }
        write(part);
      }
    }
  }
  lines.push(line);
  return lines;
}

/** A text of a length that begins at an offset, cut where stretches begin and end. */
function cut(
  length: number,
  offset: number,
  stretches: readonly MarkedStretch[],
): { from: number; to: number; stretch: MarkedStretch | undefined }[] {
  const near = stretches.filter(({ start, end }) => start < offset + length && end > offset);
  if (near.length === 0) return [{ from: 0, to: length, stretch: undefined }];
  const edges = new Set([0, length]);
  for (const { start, end } of near) {
    edges.add(Math.max(0, start - offset));
    edges.add(Math.min(length, end - offset));
  }
  const sorted = [...edges].sort((a, b) => a - b);
  return sorted.slice(0, -1).map((from, index) => ({
    from,
    to: sorted[index + 1] ?? length,
    stretch: near.find(({ start, end }) => start <= from + offset && end > from + offset),
  }));
}

function toHtml(mark: Mark): string {
  switch (mark.type) {
    case 'open':
      return `<span class="${mark.className}">`;
    case 'close':
      return '</span>';
    case 'text':
      return escapeHtml(mark.text);
    case 'hidden':
      return `<span class="hidden-char" title="${mark.codePoint}" dir="ltr">${mark.text}</span>`;
  }
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escapeHtml(text: string): string {
  return text.replaceAll(/[&<>"]/g, (character) => ESCAPES[character] ?? character);
}
