/**
 * Arrow keys in the matrix: one tab stop for the whole grid, arrows move between cells, Home and End to the ends of a
 * column, left from a sub-technique to its technique, plus and space unfold, minus folds, Enter opens the link it already is.
 * Without this every cell is a tab stop.
 */
export function walkByKeyboard(matrix: HTMLElement): void {
  const columns = [...matrix.querySelectorAll<HTMLElement>('[data-column]')];
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
  // What holds the tab stop may be folded away.
  matrix.addEventListener(
    'toggle',
    ({ target }) => {
      const parent = target instanceof HTMLDetailsElement && !target.open && target.contains(current ?? null);
      if (parent) hold(parentStop(target) ?? target);
    },
    true,
  );
  matrix.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (!(target instanceof HTMLElement) || event.ctrlKey || event.metaKey || event.altKey) return;
    const column = target.closest<HTMLElement>('[data-column]');
    if (!column || !target.matches('[data-stop]')) return;
    const next = folded(key, target) ?? destination(key, target, column, columns);
    if (!next) return;
    event.preventDefault();
    hold(next);
    next.focus();
    next.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  });
}

function stopsOf(column: HTMLElement): HTMLElement[] {
  return [...column.querySelectorAll<HTMLElement>('[data-stop]')].filter((stop) => !isFoldedAway(stop));
}

/** By the folds alone: to ask the browser what is to be seen has it lay out what is folded. */
function isFoldedAway(stop: HTMLElement): boolean {
  const around = stop.matches('summary') ? stop.parentElement?.parentElement : stop;
  return around?.closest('details:not([open])') !== null;
}

/** The cell of the technique whose sub-techniques a fold holds. */
function parentStop(details: Element): HTMLElement | undefined {
  return details.parentElement?.querySelector<HTMLElement>(':scope > a') ?? undefined;
}

/** Unfolds or folds; where the focus stands then, if the key does either. */
function folded(key: string, from: HTMLElement): HTMLElement | undefined {
  const around = from.closest('details');
  const details = around ?? from.parentElement?.querySelector<HTMLDetailsElement>(':scope > details');
  if (!details) return undefined;
  if (key === '+' || (key === ' ' && from.matches('a'))) {
    details.open = key === '+' || !details.open;
    return details.open || !around ? from : parentStop(details);
  }
  if (key !== '-') return undefined;
  details.open = false;
  return parentStop(details);
}

function destination(
  key: string,
  from: HTMLElement,
  column: HTMLElement,
  columns: readonly HTMLElement[],
): HTMLElement | undefined {
  const around = from.closest('details');
  if (key === 'ArrowLeft' && around && !from.matches('summary')) return parentStop(around);
  if (key === 'ArrowLeft' || key === 'ArrowRight') {
    const beside = columns[columns.indexOf(column) + (key === 'ArrowRight' ? 1 : -1)];
    return beside && nearest(stopsOf(beside), from);
  }
  const here = stopsOf(column);
  const at = here.indexOf(from);
  if (key === 'ArrowDown') return here[at + 1];
  if (key === 'ArrowUp') return here[at - 1];
  if (key === 'Home') return here[0];
  return key === 'End' ? here.at(-1) : undefined;
}

function nearest(candidates: readonly HTMLElement[], from: HTMLElement): HTMLElement | undefined {
  const { top } = from.getBoundingClientRect();
  const distances = candidates.map((stop) => Math.abs(stop.getBoundingClientRect().top - top));
  return candidates[distances.indexOf(Math.min(...distances))];
}
