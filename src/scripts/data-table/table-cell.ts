import { RUNGS } from '../../robustness/judgement.ts';
import { itemsOf, type FilledColumn, type TableItem } from '../../tables/table-data.ts';

/**
 * A row of the table as the page has it too (DataRow.astro).
 *
 * @param root The site's root, which the paths of links are relative to.
 */
export function tableRow(columns: readonly FilledColumn[], row: number, root: string): HTMLTableRowElement {
  const line = document.createElement('tr');
  for (const column of columns) {
    const cell = document.createElement(column.role === 'head' ? 'th' : 'td');
    if (column.role === 'head') cell.scope = 'row';
    if (column.role === 'number') cell.classList.add('number');
    if (column.wide) cell.classList.add('wide');
    const items = itemsOf(column, row).map((item) => itemNodes(item, root));
    if (items.length === 0) cell.append(withClass('span', 'muted', '–'));
    else if (column.role === 'list') {
      const list = withClass('ul', 'items');
      for (const nodes of items) {
        const entry = document.createElement('li');
        entry.append(...nodes);
        list.append(entry);
      }
      cell.append(list);
    } else cell.append(...items.flat());
    line.append(cell);
  }
  return line;
}

function itemNodes(
  { text, path, url, level, rung, quiet, unknown }: TableItem,
  root: string,
): (Node | string)[] {
  const nodes: (Node | string)[] = [];
  if (level) {
    const glyph = withClass('span', 'glyph');
    glyph.dataset['level'] = level;
    nodes.push(glyph);
  }
  if (rung) nodes.push(rungSteps(rung));
  const address = path === undefined ? url : root + path;
  if (address === undefined) nodes.push(quiet || unknown ? withClass('span', 'muted', text) : text);
  else {
    const link = document.createElement('a');
    link.href = address;
    link.textContent = text;
    nodes.push(link);
    if (level) nodes.push(withClass('span', 'visually-hidden', `, ${level}`));
  }
  return nodes;
}

function rungSteps(rung: NonNullable<TableItem['rung']>): HTMLElement {
  const steps = withClass('span', 'rung-steps');
  steps.ariaHidden = 'true';
  const climbed = RUNGS.findIndex((known) => known === rung) + 1;
  for (const index of RUNGS.keys()) {
    const step = document.createElement('i');
    if (index < climbed) step.dataset['climbed'] = 'true';
    steps.append(step);
  }
  return steps;
}

function withClass(tag: 'span' | 'ul', name: string, text = ''): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  element.textContent = text;
  return element;
}
