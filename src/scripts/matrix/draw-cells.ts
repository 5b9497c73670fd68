import { shareText } from '../../matrix/share-text.ts';
import type { Painting, Share } from '../../matrix/paint.ts';
import { percent } from '../../site/wording.ts';

/** Puts a painting on a column of the matrix. */
export type ColumnDrawer = Draw;

/** Puts a painting on part of the matrix. */
type Draw = (painting: Painting) => void;

/**
 * The columns of the matrix, each with what puts a painting on its heading, cells and ticks; nothing moves but what is
 * unfolded. Looking for the parts takes longer than drawing them, so they are looked for once.
 */
export function columnDrawers(matrix: HTMLElement): ColumnDrawer[] {
  return [...matrix.querySelectorAll<HTMLElement>('[data-column]')].map((column, place) => {
    const draws = [
      shareDrawer(column, place),
      ...[...column.querySelectorAll<HTMLElement>('a[data-i]')].map(cellDrawer),
      ...[...column.querySelectorAll<SVGElement>('rect[data-i]')].map(tickDrawer),
      ...[...column.querySelectorAll<HTMLElement>('[data-of]')].map(subShareDrawer),
    ];
    return (painting) => {
      for (const draw of draws) draw(painting);
    };
  });
}

function cellDrawer(element: HTMLElement): Draw {
  const technique = Number(element.dataset['i']);
  const words = element.querySelector('.visually-hidden');
  const value = element.querySelector('.cell-value');
  return ({ cells }) => {
    const cell = cells[technique];
    if (!cell) return;
    setData(element, 'tone', cell.class.tone);
    setData(element, 'sign', cell.class.sign);
    element.toggleAttribute('data-dim', cell.dim);
    setText(words, cell.dim ? `${cell.words}, filtered out` : cell.words);
    setText(value, cell.text);
  };
}

function tickDrawer(element: SVGElement): Draw {
  const technique = Number(element.dataset['i']);
  return ({ cells }) => {
    const cell = cells[technique];
    if (cell) setData(element, 'tone', cell.class.tone);
  };
}

function subShareDrawer(details: HTMLElement): Draw {
  const technique = Number(details.dataset['of']);
  const text = details.querySelector('.sub-share');
  return ({ subShares }) => {
    const share = subShares.get(technique);
    if (share) setText(text, shareText(share));
  };
}

function shareDrawer(column: HTMLElement, place: number): Draw {
  const text = column.querySelector('[data-tactic-share]');
  const bar = column.querySelector('[data-share-bar]');
  return ({ shares }) => {
    const { part, whole }: Share = shares[place] ?? { part: 0, whole: 0 };
    setText(text, `${part} of ${whole}`);
    bar?.setAttribute('width', `${percent(part, whole)}%`);
  };
}

/** A value that is there already would have its styles worked out anew. */
function setData(element: HTMLElement | SVGElement, name: string, value: string): void {
  if (element.dataset[name] !== value) element.dataset[name] = value;
}

function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
