import { MATRIX_DEFAULTS, type MatrixState } from '../../matrix/matrix-state.ts';
import type { Matrix } from '../../matrix/matrix.ts';
import { paint } from '../../matrix/paint.ts';
import { onAddressChange, writeAddress } from '../address.ts';
import { choiceOf, listActors, showState } from './controls.ts';
import { connectDownloads } from './downloads.ts';
import { drawCells } from './draw-cells.ts';
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

/** Connects the controls, the address and the picture: each change goes into the address, and the address is drawn. */
function start(page: HTMLElement, { cells, form, scroll, table, strip }: Parts): void {
  const load = (): Promise<Matrix> => loadMatrix(page.dataset['views'] ?? '');
  let state = readState();
  let isDefault = true;

  const draw = async (): Promise<void> => {
    const asked = state;
    showState(form, asked);
    fold(asked.unfold === 'all');
    if (isDefault && isPlain(asked)) return;
    const matrix = await load();
    if (asked !== state) return;
    const painting = paint(matrix, asked);
    isDefault = isPlain(asked);
    showState(form, asked, matrix);
    drawCells(cells, painting);
    drawLegend(page, matrix, asked, painting);
    scroll.hidden = asked.as === 'table';
    strip.hidden = asked.as === 'table';
    table.hidden = asked.as !== 'table';
    if (asked.as === 'table')
      drawTable(table, matrix, painting, asked.sort, (sort) => {
        choose({ sort });
      });
  };
  const show = (): void => {
    draw()
      .catch(() => {
        page.querySelector('[data-shown]')?.replaceChildren('The data of the views could not be fetched.');
      })
      .finally(() => {
        delete document.documentElement.dataset['pending'];
      });
  };
  const choose = (choice: Partial<MatrixState>): void => {
    state = { ...state, ...choice };
    writeAddress(state, MATRIX_DEFAULTS);
    show();
  };
  let isUnfolded = false;
  const fold = (all: boolean): void => {
    if (all === isUnfolded) return;
    isUnfolded = all;
    for (const details of cells.querySelectorAll('details')) details.open = all;
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
  show();
}
