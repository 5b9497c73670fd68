import { shareText } from '../../matrix/share-text.ts';
import type { Painting, Share } from '../../matrix/paint.ts';
import { percent } from '../../site/wording.ts';

/** Puts a painting on the cells, ticks and headings that are there; nothing moves but what is unfolded. */
export function drawCells(matrix: HTMLElement, { cells, shares, subShares }: Painting): void {
  for (const element of matrix.querySelectorAll<HTMLElement | SVGElement>('[data-i]')) {
    const cell = cells[Number(element.dataset['i'])];
    if (!cell) continue;
    element.dataset['tone'] = cell.class.tone;
    if (!(element instanceof HTMLElement)) continue;
    element.dataset['sign'] = cell.class.sign;
    element.toggleAttribute('data-dim', cell.dim);
    setText(element.querySelector('.visually-hidden'), cell.dim ? `${cell.words}, filtered out` : cell.words);
    setText(element.querySelector('.cell-value'), cell.text);
  }
  for (const details of matrix.querySelectorAll<HTMLElement>('[data-of]')) {
    const share = subShares.get(Number(details.dataset['of']));
    if (share) setText(details.querySelector('.sub-share'), shareText(share));
  }
  shares.forEach((share, place) => {
    drawShare(matrix, share, place);
  });
}

function drawShare(matrix: HTMLElement, { part, whole }: Share, place: number): void {
  setText(matrix.querySelector(`[data-tactic-share="${place}"]`), `${part} of ${whole}`);
  matrix.querySelector(`[data-share-bar="${place}"]`)?.setAttribute('width', `${percent(part, whole)}%`);
}

function setText(element: Element | null, text: string): void {
  if (element && element.textContent !== text) element.textContent = text;
}
