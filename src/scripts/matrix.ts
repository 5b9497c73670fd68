/**
 * Arrow keys in the matrix: one tab stop for the whole grid, arrows move between cells, Home and End
 * to the ends of a column, Enter opens the link it already is. Without this script every cell is a tab stop.
 */
const matrix = document.querySelector<HTMLElement>('[data-matrix]');

if (matrix && matchMedia('(min-width: 48rem)').matches) {
  const columns = [...matrix.querySelectorAll<HTMLElement>('[data-column]')];
  const stops = (column: HTMLElement): HTMLElement[] =>
    [...column.querySelectorAll<HTMLElement>('[data-stop]')].filter((stop) => stop.offsetParent !== null);

  let current: HTMLElement | undefined;
  const hold = (stop: HTMLElement): void => {
    if (current) current.tabIndex = -1;
    current = stop;
    stop.tabIndex = 0;
  };

  for (const stop of matrix.querySelectorAll<HTMLElement>('[data-stop]')) stop.tabIndex = -1;
  const first = matrix.querySelector<HTMLElement>('[data-stop]');
  if (first) hold(first);

  matrix.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement && target.matches('[data-stop]')) hold(target);
  });

  matrix.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const column = target.closest<HTMLElement>('[data-column]');
    if (!column || !target.matches('[data-stop]')) return;
    const here = stops(column);
    const next = destination(key, target, here, column);
    if (!next) return;
    event.preventDefault();
    hold(next);
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });

  const destination = (
    key: string,
    from: HTMLElement,
    here: HTMLElement[],
    column: HTMLElement,
  ): HTMLElement | undefined => {
    const at = here.indexOf(from);
    if (key === 'ArrowDown') return here[at + 1];
    if (key === 'ArrowUp') return here[at - 1];
    if (key === 'Home') return here[0];
    if (key === 'End') return here.at(-1);
    if (key !== 'ArrowLeft' && key !== 'ArrowRight') return undefined;
    const beside = columns[columns.indexOf(column) + (key === 'ArrowRight' ? 1 : -1)];
    return beside && nearest(stops(beside), from);
  };

  const nearest = (candidates: HTMLElement[], from: HTMLElement): HTMLElement | undefined => {
    const top = from.getBoundingClientRect().top;
    const distance = (stop: HTMLElement): number => Math.abs(stop.getBoundingClientRect().top - top);
    return candidates.toSorted((a, b) => distance(a) - distance(b))[0];
  };
}

export {};
