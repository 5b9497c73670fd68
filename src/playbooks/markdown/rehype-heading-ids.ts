import GithubSlugger from 'github-slugger';
import type { Root } from 'hast';
import { toString } from 'hast-util-to-string';
import type { VFile } from 'vfile';
import { eachElement } from './each-element.ts';
import { headingLevel } from './heading-level.ts';
import { settingsOf, type MarkdownSettings } from './settings.ts';

/** Gives every heading an id made from its text, unique in the text and prefixed: `doc-blind-spots`. */
export function rehypeHeadingIds(fixed?: MarkdownSettings) {
  return (tree: Root, file: VFile): void => {
    const { idPrefix } = settingsOf(file, fixed);
    const slugger = new GithubSlugger();
    eachElement(tree, (node) => {
      if (headingLevel(node) === undefined) return;
      node.properties['id'] = `${idPrefix}${slugger.slug(toString(node)) || slugger.slug('section')}`;
    });
  };
}
