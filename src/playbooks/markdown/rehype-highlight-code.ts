import type { Element, ElementContent, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { languageTitle } from '../../highlight/highlighter.ts';
import { marksOf } from '../../highlight/marks.ts';
import { eachElement } from './each-element.ts';

/**
 * Highlights fenced code. Each block can be scrolled by keyboard and says what it is: `tabindex`, an accessible
 * name, and its language in `data-language`. Blocks in unknown languages stay plain.
 */
export function rehypeHighlightCode() {
  return (tree: Root): void => {
    eachElement(tree, (node) => {
      if (node.tagName !== 'pre') return;
      const code = node.children.find(
        (child): child is Element => child.type === 'element' && child.tagName === 'code',
      );
      const language = code && languageOf(code);
      node.properties = {
        tabIndex: 0,
        role: 'group',
        ariaLabel: language === undefined ? 'Code' : `${languageTitle(language)} code`,
        ...(language !== undefined && { dataLanguage: language }),
      };
      if (code) {
        code.children = highlighted(toString(code), language ?? 'text');
        code.properties = language === undefined ? {} : { className: ['hljs', `language-${language}`] };
      }
      return 'skip';
    });
  };
}

/** `kql` of `class="language-kql"`. */
function languageOf(code: Element): string | undefined {
  const { className } = code.properties;
  const names = Array.isArray(className) ? className.map(String) : [];
  return names
    .find((name) => name.startsWith('language-'))
    ?.slice('language-'.length)
    .toLowerCase();
}

function highlighted(text: string, language: string): ElementContent[] {
  const root: ElementContent[] = [];
  const stack: ElementContent[][] = [root];
  for (const mark of marksOf(text, language)) {
    const here = stack.at(-1) ?? root;
    if (mark.type === 'text') here.push({ type: 'text', value: mark.text });
    else if (mark.type === 'close') stack.pop();
    else {
      const children: ElementContent[] = mark.type === 'hidden' ? [{ type: 'text', value: mark.text }] : [];
      const properties =
        mark.type === 'hidden'
          ? { className: ['hidden-char'], title: mark.codePoint, dir: 'ltr' }
          : { className: mark.className.split(' ') };
      here.push({ type: 'element', tagName: 'span', properties, children });
      if (mark.type === 'open') stack.push(children);
    }
  }
  return root;
}
