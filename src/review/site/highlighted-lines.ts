import type { Element, ElementContent } from 'hast';
import { marksOf } from '../../highlight/marks.ts';
import { element } from '../reporters/html/element.ts';

/** One list of nodes a line: tokens that span lines are closed at the end of each and opened again. */
export function highlightedLines(text: string, language: string): ElementContent[][] {
  const shown: ElementContent[][] = [];
  const open: string[] = [];
  let line: ElementContent[] = [];
  let here = line;
  const begin = (className: string): void => {
    const token: Element = element('span', { className: className.split(' ') });
    here.push(token);
    here = token.children;
  };
  const reopen = (): void => {
    here = line;
    open.forEach(begin);
  };
  const descend = (): void => {
    const last = here.at(-1);
    if (last?.type === 'element') here = last.children;
  };
  for (const mark of marksOf(text, language)) {
    if (mark.type === 'open') {
      open.push(mark.className);
      begin(mark.className);
    } else if (mark.type === 'close') {
      open.pop();
      here = line;
      open.forEach(descend);
    } else if (mark.type === 'hidden') {
      const properties = { className: ['hidden-char'], title: mark.codePoint, dir: 'ltr' };
      here.push({ ...element('span', properties), children: [{ type: 'text', value: mark.text }] });
    } else {
      for (const [index, value] of mark.text.split('\n').entries()) {
        if (index > 0) {
          shown.push(line);
          line = [];
          reopen();
        }
        if (value !== '') here.push({ type: 'text', value });
      }
    }
  }
  return [...shown, line];
}
