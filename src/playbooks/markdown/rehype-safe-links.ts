import type { Element, Root } from 'hast';
import type { VFile } from 'vfile';
import { eachElement } from './each-element.ts';
import { imageToLink } from './image-to-link.ts';
import { linkKind } from './link-safety.ts';
import { settingsOf, type AttackResolver, type MarkdownSettings } from './settings.ts';

/**
 * Leaves only links that lead somewhere safe: external ones pass nothing on, relative ones go where the settings
 * say, fragments to a heading of the text, and the rest become plain text. Images become links to what they show:
 * a static page must not fetch from a stranger's server.
 *
 * Runs after the headings have their ids.
 */
export function rehypeSafeLinks(fixed?: MarkdownSettings) {
  return (tree: Root, file: VFile): void => {
    const settings = settingsOf(file, fixed);
    const ids = new Set<unknown>();
    eachElement(tree, ({ properties }) => {
      ids.add(properties['id']);
    });
    eachElement(tree, (node, parent, index) => {
      if (node.tagName === 'img') imageToLink(node);
      if (node.tagName !== 'a') return;
      const written = node.properties['href'];
      const href = typeof written === 'string' ? targetOf(node, written, settings, ids) : undefined;
      if (href !== undefined) {
        node.properties['href'] = href;
        if (linkKind(href) === 'external') node.properties['rel'] = ['noopener', 'noreferrer', 'nofollow'];
        return;
      }
      parent.children.splice(index, 1, ...node.children);
      return index;
    });
  };
}

/** Where a link may lead; undefined when only its text may stay. */
function targetOf(
  link: Element,
  href: string,
  { resolveLink, resolver }: ReturnType<typeof settingsOf>,
  ids: ReadonlySet<unknown>,
): string | undefined {
  switch (linkKind(href)) {
    case 'external':
      return href;
    case 'fragment':
      return ids.has(href.slice(1)) ? href : undefined;
    case 'relative':
      return resolver && isOwn(link, href, resolver) ? href : resolveLink?.(href);
    case 'unsafe':
      return undefined;
  }
}

/** Whether an id in prose was linked here; the mark alone could come from HTML in the text. */
function isOwn(link: Element, href: string, resolver: AttackResolver): boolean {
  const id = link.properties['dataAttackId'];
  return typeof id === 'string' && resolver(id)?.href === href;
}
