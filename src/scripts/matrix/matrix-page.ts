import { MATRIX_DEFAULTS, type MatrixState } from '../../matrix/matrix-state.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import { paint } from '../../matrix/paint.ts';
import { onAddressChange, lateAddress } from '../address.ts';
import { afterPaint } from '../after-paint.ts';
import { drawInParts } from '../draw-in-parts.ts';
import { choiceOf, listActors, showState } from './controls.ts';
import { connectDownloads } from './downloads.ts';
import { columnDrawers, type ColumnDrawer } from './draw-cells.ts';
import { drawLegend } from './draw-legend.ts';
import { drawTable } from './draw-table.ts';
import { factsStrip } from './facts-strip.ts';
import { focusWhereItScrolls } from './focus-where-it-scrolls.ts';
import { walkByKeyboard } from './keyboard.ts';
import { loadMatrix } from './load-matrix.ts';
import { isPlain, readState } from './read-state.ts';

const page = document.querySelector<HTMLElement>('[data-matrix-page]');
const cells = page?.querySelector<HTMLElement>('[data-matrix]');
const form = page?.querySelector<HTMLFormElement>('[data-tools]');
const scroll = page?.querySelector<HTMLElement>('[data-scroll]');
const table = page?.querySelector<HTMLElement>('[data-table]');
const strip = page?.querySelector<HTMLElement>('[data-strip]');
if (page && cells && form && scroll && table && strip) start(page, { cells, form, scroll, table, strip });

interface Parts {
  cells: HTMLElement;
  form: HTMLFormElement;
  scroll: HTMLElement;
  table: HTMLElement;
  strip: HTMLElement;
}

/**
 * Connects the controls, the address and the picture. A control answers at once; what it asks for is drawn after the next
 * paint, and then goes into the address.
 */
function start(page: HTMLElement, { cells, form, scroll, table, strip }: Parts): void {
  const load = (): Promise<Matrix> => loadMatrix(page.dataset['views'] ?? '');
  const address = lateAddress(MATRIX_DEFAULTS);
  const columns = [...cells.querySelectorAll<HTMLElement>('[data-column]')];
  let drawers: ColumnDrawer[] | undefined;
  let state = readState();
  let isDefault = true;
  let folded = '';

  const draw = async (): Promise<boolean> => {
    const asked = state;
    const isLatest = (): boolean => asked === state;
    showState(form, asked);
    if (folded !== asked.unfold) {
      folded = 'partly';
      await afterPaint();
      if (!isLatest()) return false;
      const put = (part: readonly HTMLElement[]): void => {
        fold(part, asked.unfold === 'all');
      };
      if (!(await drawInParts(columns, { size: 1, draw: put, isLatest }))) return false;
      folded = asked.unfold;
    }
    if (isDefault && isPlain(asked)) return true;
    // While the page opens nobody waits for an answer, and nothing may move.
    const isOpening = document.documentElement.dataset['pending'] !== undefined;
    const inParts = (size: number): number => (isOpening ? Infinity : size);
    const matrix = await load();
    await afterPaint();
    if (!isLatest()) return false;
    const painting = paint(matrix, asked);
    isDefault = false;
    showState(form, asked, matrix);
    drawLegend(page, matrix, asked, painting);
    scroll.hidden = asked.as === 'table';
    strip.hidden = asked.as === 'table';
    table.hidden = asked.as !== 'table';
    if (asked.as === 'table') {
      const onSort = (sort: string): void => {
        choose({ sort });
      };
      return drawTable(table, { matrix, painting, sort: asked.sort, onSort, size: inParts(20), isLatest });
    }
    drawers ??= columnDrawers(cells);
    const put = (part: readonly ColumnDrawer[]): void => {
      for (const drawColumn of part) drawColumn(painting);
    };
    if (!(await drawInParts(drawers, { size: inParts(2), draw: put, isLatest }))) return false;
    isDefault = isPlain(asked);
    return true;
  };
  const show = (): void => {
    draw()
      .then((isWhole) => {
        if (isWhole) address.write();
      })
      .catch(() => {
        page.querySelector('[data-shown]')?.replaceChildren('The data of the views could not be fetched.');
      })
      .finally(() => {
        delete document.documentElement.dataset['pending'];
      });
  };
  const choose = (choice: Partial<MatrixState>): void => {
    state = { ...state, ...choice };
    address.keep(state);
    show();
  };
  const fold = (part: readonly HTMLElement[], all: boolean): void => {
    for (const column of part) for (const details of column.querySelectorAll('details')) details.open = all;
  };

  form.addEventListener('change', ({ target }) => {
    void load().then((matrix) => {
      const choice = choiceOf(target, matrix);
      if (choice) choose(choice);
    }, show);
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
  });
  form.querySelector('[name="actor"]')?.addEventListener('focus', () => {
    void load().then((matrix) => {
      listActors(form, matrix);
    }, show);
  });
  form.querySelector('[data-unfold]')?.addEventListener('click', () => {
    choose({ unfold: state.unfold === 'all' ? '' : 'all' });
  });
  form.querySelector('[data-as-table]')?.addEventListener('click', () => {
    choose({ as: state.as === 'table' ? '' : 'table', sort: '' });
  });
  page.querySelector('[data-reset]')?.addEventListener('click', () => {
    choose({
      platform: '',
      source: '',
      log: '',
      status: '',
      level: '',
      ...(state.view !== 'actor' && { actor: '' }),
    });
    form.querySelector<HTMLElement>('[name="view"]:checked')?.focus();
  });
  const toggle = form.querySelector('[data-tools-toggle]');
  toggle?.addEventListener('click', () => {
    toggle.setAttribute('aria-expanded', String(form.toggleAttribute('data-open')));
  });
  onAddressChange(() => {
    state = readState();
    show();
  });
  connectDownloads(form, load, () => state);
  factsStrip(cells, strip, load);
  if (matchMedia('(min-width: 48rem)').matches) walkByKeyboard(cells);
  focusWhereItScrolls(scroll);
  form.hidden = false;
  // Nobody waits for an answer yet, and what is unfolded has its place from the first paint on.
  if (state.unfold === 'all') fold(columns, true);
  folded = state.unfold;
  show();
}
