import type { Element } from 'hast';
import { linkKind } from './link-safety.ts';

/** Makes an image a link to what it shows: a static page must not fetch from a stranger's server. */
export function imageToLink(image: Element): void {
  const { src, alt } = image.properties;
  const kind = typeof src === 'string' ? linkKind(src) : 'unsafe';
  const isKept =
    kind === 'relative' || (kind === 'external' && String(src).toLowerCase().startsWith('https:'));
  image.tagName = 'a';
  image.properties = isKept ? { href: String(src) } : {};
  image.children = [{ type: 'text', value: typeof alt === 'string' && alt !== '' ? alt : 'Image' }];
}
