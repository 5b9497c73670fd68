import type { Root } from 'hast';
import type { VFile } from 'vfile';
import { eachElement } from './each-element.ts';
import { settingsOf, type MarkdownSettings } from './settings.ts';

/** Leads `#blind-spots`, as an author writes it, to the heading's id with its prefix. Runs after the ids are given. */
export function rehypeFragmentLinks(fixed?: MarkdownSettings) {
  return (tree: Root, file: VFile): void => {
    const { idPrefix } = settingsOf(file, fixed);
    const ids = new Set<unknown>();
    eachElement(tree, ({ properties }) => {
      ids.add(properties['id']);
    });
    eachElement(tree, ({ properties }) => {
      const { href } = properties;
      if (typeof href !== 'string' || !href.startsWith('#')) return;
      const prefixed = `${idPrefix}${href.slice(1)}`;
      if (ids.has(prefixed)) properties['href'] = `#${prefixed}`;
    });
  };
}
