import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { eachElement } from './each-element.ts';

/**
 * Puts every table into a region that scrolls on its own and takes the keyboard's focus, named after its columns.
 * A header without text becomes a plain cell: it would announce nothing.
 */
export function rehypeTables() {
  return (tree: Root): void => {
    eachElement(tree, (node, parent, index) => {
      if (node.tagName !== 'table') return undefined;
      eachElement(node, (cell) => {
        if (cell.tagName === 'th' && toString(cell).trim() === '') cell.tagName = 'td';
      });
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll'], role: 'group', tabIndex: 0, ariaLabel: nameOf(node) },
        children: [node],
      };
      return 'skip';
    });
  };
}

function nameOf(table: Element): string {
  const columns: string[] = [];
  eachElement(table, (cell) => {
    if (cell.tagName === 'th') columns.push(toString(cell).trim());
  });
  const named = columns.filter((column) => column !== '').slice(0, 4);
  return named.length === 0 ? 'Table' : `Table: ${named.join(', ')}`;
}
