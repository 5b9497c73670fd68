import type { Matrix } from '../../matrix/matrix.ts';
import type { Painting } from '../../matrix/paint.ts';
import { matrixColumns, sortedBy, type MatrixColumn } from '../../matrix/table-columns.ts';
import { techniquePath } from '../../output/paths.ts';
import { drawInParts } from '../draw-in-parts.ts';
import { element } from './element.ts';

/** What a table of techniques is drawn from. */
interface TableOf {
  matrix: Matrix;
  painting: Painting;
  sort: string;
  /** Called with the sort a heading was asked for. */
  onSort: (sort: string) => void;
  /** Rows of the first part. */
  size: number;
  /** False when the reader wants something else by now. */
  isLatest: () => boolean;
}

/**
 * The techniques the filters leave as a table that sorts.
 *
 * @returns Whether all was drawn.
 */
export function drawTable(
  place: HTMLElement,
  { matrix, painting, sort, onSort, size, isLatest }: TableOf,
): Promise<boolean> {
  const columns = matrixColumns(matrix, painting);
  const focused = place.contains(document.activeElement)
    ? document.activeElement?.getAttribute('data-sort')
    : undefined;
  const body = element('tbody');
  const add = (part: readonly number[]): void => {
    body.append(...part.map((technique) => row(matrix, columns, technique)));
  };
  const techniques = sortedBy(painting.shown, columns, sort);
  place.replaceChildren(
    element(
      'div',
      { class: 'table-scroll', tabindex: '0', role: 'group', 'aria-label': 'Techniques' },
      element(
        'table',
        { class: 'table' },
        element('thead', {}, element('tr', {}, ...columns.map((column) => heading(column, sort, onSort)))),
        body,
      ),
    ),
  );
  if (focused) place.querySelector<HTMLElement>(`[data-sort="${focused}"]`)?.focus();
  return drawInParts(techniques, { size, draw: add, isLatest });
}

function heading(
  { id, label, isNumeric }: MatrixColumn,
  sort: string,
  onSort: (sort: string) => void,
): HTMLElement {
  const isSorted = sort.replace(/^-/, '') === id;
  const isDown = sort.startsWith('-');
  // Numbers and dates are asked for from the most first.
  const startsDown = id !== 'technique' && id !== 'tactics';
  const next = isSorted ? (isDown ? id : `-${id}`) : startsDown ? `-${id}` : id;
  const button = element('button', { type: 'button', class: 'sort-button', 'data-sort': id }, label);
  button.addEventListener('click', () => {
    onSort(next);
  });
  return element(
    'th',
    {
      scope: 'col',
      class: isNumeric && 'number',
      'aria-sort': isSorted ? (isDown ? 'descending' : 'ascending') : undefined,
    },
    button,
  );
}

function row({ data }: Matrix, columns: readonly MatrixColumn[], technique: number): HTMLElement {
  const id = data.ids[technique] ?? '';
  const level = data.levels[technique] ?? 'none';
  return element(
    'tr',
    {},
    ...columns.map((column) => {
      const text = column.text(technique);
      if (column.id === 'technique')
        return element(
          'th',
          { scope: 'row' },
          element(
            'a',
            { href: `${data.base}${techniquePath(id)}` },
            element('span', { class: 'id' }, id),
            ` ${text}`,
          ),
        );
      if (column.id === 'level')
        return element(
          'td',
          {},
          element(
            'span',
            { class: 'level', 'data-level': level },
            element('span', { class: 'glyph', 'data-level': level }),
            ` ${text}`,
          ),
        );
      return element(
        'td',
        {
          class: column.isNumeric && 'number',
          'data-zero': column.isNumeric && text === '0' ? '' : undefined,
        },
        text,
      );
    }),
  );
}
