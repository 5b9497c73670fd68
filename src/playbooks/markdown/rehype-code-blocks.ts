import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { languageTitle } from '../../highlight/highlighter.ts';
import { eachElement } from './each-element.ts';
import { settingsOf, type MarkdownSettings } from './settings.ts';

/** Gives the code of a hunt a head with the language's name, where a script can put a button to copy it. */
export function rehypeCodeBlocks(fixed?: MarkdownSettings) {
  return (tree: Root, file: VFile): void => {
    if (!settingsOf(file, fixed).runbook) return;
    eachElement(tree, (node, parent, index) => {
      if (node.tagName !== 'pre') return undefined;
      const language = node.properties['dataLanguage'];
      const title = typeof language === 'string' && language !== 'text' ? languageTitle(language) : 'Text';
      const head: Element = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['code-head'] },
        children: [
          { type: 'element', tagName: 'span', properties: {}, children: [{ type: 'text', value: title }] },
        ],
      };
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['code-block'] },
        children: [head, node],
      };
      return 'skip';
    });
  };
}
