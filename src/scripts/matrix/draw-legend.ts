import { filterWords } from '../../matrix/narrow.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import type { MatrixState } from '../../matrix/matrix-state.ts';
import { OUT_OF_SCOPE, type Painting } from '../../matrix/paint.ts';
import { figure, percent } from '../../site/wording.ts';
import { element } from './element.ts';

/** Legend, share and sentence of a view, and how many techniques the filters leave. */
export function drawLegend(page: HTMLElement, matrix: Matrix, state: MatrixState, painting: Painting): void {
  const { view, share, legend, shown, total } = painting;
  const out = { ...OUT_OF_SCOPE, count: matrix.outOfScope.size };
  page
    .querySelector('[data-legend]')
    ?.replaceChildren(
      ...(out.count > 0 ? [...legend, out] : legend).map(({ label, tone, sign, count }) =>
        element(
          'li',
          { class: 'key', 'data-tone': tone, 'data-sign': sign, 'data-empty': count === 0 ? '' : undefined },
          element('span', { class: 'key-swatch' }),
          `${label} `,
          element('span', { class: 'key-count' }, figure(count)),
        ),
      ),
    );
  const words = filterWords(matrix, state);
  const isNarrowed = words.length > 0;
  write(page, '[data-says]', view.says);
  write(
    page,
    '[data-share]',
    `${figure(share.part)} of ${figure(share.whole)} ${view.share}, ${percent(share.part, share.whole)} %.`,
  );
  write(
    page,
    '[data-shown]',
    isNarrowed
      ? `Showing ${figure(shown.size)} of ${figure(total)}: ${words.join(', ')}.`
      : `${figure(total)} techniques and sub-techniques`,
  );
  page.querySelector('[data-reset]')?.toggleAttribute('hidden', !isNarrowed);
  write(
    page,
    '[data-tools-summary]',
    isNarrowed ? `${view.label}, ${figure(shown.size)} of ${figure(total)}` : view.label,
  );
}

function write(page: HTMLElement, selector: string, text: string): void {
  const found = page.querySelector(selector);
  if (found && found.textContent.trim() !== text) found.textContent = text;
}
