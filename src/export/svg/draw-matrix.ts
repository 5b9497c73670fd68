import { inkOn } from './colors.ts';
import { element, escaped, textElement } from './elements.ts';
import type { Layout, PlacedCell, PlacedColumn } from './layout.ts';
import { metrics } from './metrics.ts';

const INK = '#131f2b';
const PALE_INK = '#56646f';
const BORDER = '#b9c4ca';

/** The placed matrix as markup. */
export function drawMatrix({ columns, fontSize }: Layout): string {
  return columns.map((column) => drawColumn(column, fontSize)).join('\n');
}

function drawColumn({ column, head, cells }: PlacedColumn, fontSize: number): string {
  const { line, padY } = metrics(fontSize);
  const middle = head.x + head.width / 2;
  const lineHeight = line * 1.05;
  // The last line of every name stands on one height, whatever tactics take two.
  const countY = head.y + head.height - 2 * padY;
  const nameY = countY - lineHeight * head.lines.length;
  const heading = [
    textElement(head.lines, {
      x: middle,
      y: nameY,
      lineHeight,
      'text-anchor': 'middle',
      'font-size': fontSize * 1.12,
      'font-weight': 'bold',
      fill: INK,
    }),
    textElement([`${column.scored} of ${column.total}`], {
      x: middle,
      y: countY,
      lineHeight,
      'text-anchor': 'middle',
      'font-size': fontSize * 0.95,
      fill: PALE_INK,
    }),
  ].join('');
  return element('g', {}, `\n${[heading, ...cells.map((cell) => drawCell(cell, fontSize))].join('\n')}\n`);
}

function drawCell({ cell, lines, x, y, width, height }: PlacedCell, fontSize: number): string {
  const { line, padX, padY } = metrics(fontSize);
  const ink = cell.isDisabled ? '#9aa5ac' : inkOn(cell.color);
  const baseline = y + padY + fontSize * 0.86;
  const score = cell.score === undefined ? '' : String(cell.score);
  return element(
    'g',
    { fill: ink, 'font-size': fontSize },
    [
      element('title', {}, escaped(titleOf(cell))),
      element('rect', { x, y, width, height, fill: cell.color, stroke: BORDER, 'stroke-width': 0.12 }),
      textElement(lines, { x: x + padX, y: baseline, lineHeight: line }),
      score === ''
        ? ''
        : textElement([score], {
            x: x + width - padX,
            y: baseline,
            lineHeight: line,
            'text-anchor': 'end',
            'font-weight': 'bold',
          }),
    ].join(''),
  );
}

function titleOf({ id, name, score, comment }: PlacedCell['cell']): string {
  return [
    `${id} ${name}`,
    ...(score === undefined ? [] : [`Score ${score}`]),
    ...(comment ? [comment] : []),
  ].join('\n');
}
