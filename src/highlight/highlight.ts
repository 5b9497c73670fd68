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

/**
 * As `highlight`, one HTML fragment a line. Tokens that span lines are closed at the end of each and opened
 * again, so that every line is well-formed on its own. A final newline makes no further line.
 */
export function highlightLines(text: string, language: string): string[] {
  const lines: string[] = [];
  const open: Mark[] = [];
  let line = '';
  const breakLine = (): void => {
    lines.push(line + '</span>'.repeat(open.length));
    line = open.map(toHtml).join('');
  };
  for (const mark of marksOf(text.replaceAll('\r\n', '\n').replace(/\n$/, ''), language)) {
    if (mark.type === 'open') open.push(mark);
    if (mark.type === 'close') open.pop();
    if (mark.type !== 'text') {
      line += toHtml(mark);
      continue;
    }
    for (const [index, part] of mark.text.split('\n').entries()) {
      if (index > 0) breakLine();
      line += escapeHtml(part);
    }
  }
  lines.push(line);
  return lines;
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
