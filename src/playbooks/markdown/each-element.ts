import type { Element, Parents } from 'hast';

/**
 * Calls back for every element, parents first. Returning `skip` leaves the element's children out; returning a
 * number goes on with that child of the parent. Several plugins walk each of thousands of trees, and
 * unist-util-visit took a tenth of all the time of rendering.
 */
export function eachElement(
  parent: Parents,
  callback: (element: Element, parent: Parents, index: number) => unknown,
): void {
  let index = 0;
  for (let child = parent.children[index]; child; child = parent.children[index]) {
    const next = child.type === 'element' ? callback(child, parent, index) : undefined;
    if (typeof next === 'number') {
      index = next;
      continue;
    }
    // Components of MDX are no elements, and hold some.
    if (next !== 'skip' && 'children' in child) eachElement(child, callback);
    index += 1;
  }
}
