import type { Element, ElementContent, Properties } from 'hast';
import { visible } from '../../../escape/visible.ts';

export type Child = ElementContent | string | readonly Child[] | undefined;

/**
 * An element of HTML. A string is text, never markup, with what would turn the reading direction made visible; nothing
 * else of a review becomes part of a page.
 */
export function element(tagName: string, properties: Properties, ...children: Child[]): Element {
  return { type: 'element', tagName, properties, children: children.flatMap(nodesOf) };
}

/** A link, where there is an address; the same without one, where there is none. */
export function link(url: string | undefined, child: Child): Child {
  return url === undefined ? child : element('a', { href: url }, child);
}

/** Said to those who do not see it. */
export function unseen(text: string): Element {
  return element('span', { className: ['visually-hidden'] }, text);
}

/** A message of ours: prose with values in backticks. */
export function message(text: string): Child[] {
  return text.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? element('code', {}, part) : part));
}

function nodesOf(child: Child): ElementContent[] {
  if (child === undefined || child === '') return [];
  if (typeof child === 'string') return [{ type: 'text', value: visible(child) }];
  return 'type' in child ? [child] : child.flatMap(nodesOf);
}
