import type { Element, Root } from 'hast';
import { toString } from 'hast-util-to-string';
import { SKIP, visit } from 'unist-util-visit';

/** Puts every table into a region that scrolls on its own and takes the keyboard's focus, named after its columns. */
export function rehypeTables() {
  return (tree: Root): void => {
    visit(tree, 'element', (node, index, parent) => {
      if (node.tagName !== 'table' || !parent || index === undefined) return;
      parent.children[index] = {
        type: 'element',
        tagName: 'div',
        properties: { className: ['table-scroll'], role: 'group', tabIndex: 0, ariaLabel: nameOf(node) },
        children: [node],
      };
      return SKIP;
    });
  };
}

function nameOf(table: Element): string {
  const columns: string[] = [];
  visit(table, 'element', (cell) => {
    if (cell.tagName === 'th') columns.push(toString(cell).trim());
  });
  const named = columns.filter((column) => column !== '').slice(0, 4);
  return named.length === 0 ? 'Table' : `Table: ${named.join(', ')}`;
}
