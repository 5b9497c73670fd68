import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { eachElement } from './each-element.ts';
import { headingLevel } from './heading-level.ts';
import { settingsOf, type MarkdownSettings } from './settings.ts';

/**
 * Fits the text's headings under the heading it stands below: the topmost ones come one level under it, no level
 * is skipped on the way down, and none goes past h6. The page keeps its one h1 whatever the author wrote.
 */
export function rehypeHeadingLevels(fixed?: MarkdownSettings) {
  return (tree: Root, file: VFile): void => {
    const { headingOffset } = settingsOf(file, fixed);
    const headings: { node: Element; level: number }[] = [];
    eachElement(tree, (node) => {
      const level = headingLevel(node);
      if (level !== undefined) headings.push({ node, level });
    });
    const above: number[] = [];
    for (const { node, level } of headings) {
      while ((above.at(-1) ?? 0) >= level) above.pop();
      above.push(level);
      node.tagName = `h${Math.min(6, headingOffset + above.length)}`;
    }
  };
}
