import type { Root } from 'hast';
import { eachElement } from './each-element.ts';

/** Names the tick boxes of task lists; they show a state and cannot be changed. */
export function rehypeTaskLists() {
  return (tree: Root): void => {
    eachElement(tree, (node) => {
      if (node.tagName !== 'input') return;
      const isDone = Boolean(node.properties['checked']);
      node.properties = {
        type: 'checkbox',
        disabled: true,
        ...(isDone && { checked: true }),
        ariaLabel: isDone ? 'Done' : 'To do',
      };
    });
  };
}
