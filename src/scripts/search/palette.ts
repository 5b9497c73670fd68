import { find } from './find.ts';
import { loadPagefind, siteRoot } from './pagefind.ts';
import { paletteDialog, type PaletteParts } from './palette-dialog.ts';
import { paletteList, type PaletteList } from './palette-list.ts';
import { moreOption, resultGroups, type OptionGroup } from './palette-options.ts';
import { startingPoints } from './starting-points.ts';

/** Shown at once; the search page has the rest. */
const SHOWN = 12;
/** How long typing must rest before a search starts, in milliseconds. */
const REST = 80;

let palette: { open: () => void } | undefined;

/** Opens the command palette. */
export function openPalette(): void {
  palette ??= makePalette();
  palette.open();
}

function makePalette(): { open: () => void } {
  const parts = paletteDialog();
  const { dialog, input, list: box, status } = parts;
  const list = paletteList(input, box);
  const update = updater(parts, list);
  /** Enter came before the results it was meant for. */
  let goes = false;
  let settled: Promise<void> = Promise.resolve();

  const go = (): void => {
    list.chosen()?.click();
  };
  const change = (rest: number): void => {
    goes = false;
    settled = update(input.value, rest).then((isLatest) => {
      if (isLatest && goes) go();
      if (isLatest) goes = false;
    });
  };
  input.addEventListener('input', () => {
    dialog.setAttribute('data-waiting', '');
    change(REST);
  });
  input.addEventListener('keydown', (event) => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };
    const step =
      steps[event.key] ??
      (event.ctrlKey && event.key === 'Home'
        ? -Infinity
        : event.ctrlKey && event.key === 'End'
          ? Infinity
          : 0);
    if (event.isComposing || (step === 0 && event.key !== 'Enter')) return;
    event.preventDefault();
    if (step !== 0) list.move(step);
    else if (dialog.hasAttribute('data-waiting')) goes = true;
    else if (event.ctrlKey || event.metaKey)
      window.open((list.chosen() as HTMLAnchorElement | undefined)?.href, '_blank', 'noopener');
    else go();
  });
  box.addEventListener('click', ({ target }) => {
    if (target instanceof Element && target.closest('a')) dialog.close();
  });
  document.body.append(dialog);

  return {
    open: () => {
      if (dialog.open) {
        input.select();
        return;
      }
      dialog.showModal();
      input.select();
      change(0);
      void settled;
      status.textContent = '';
    },
  };
}

/** Puts what fits the typed text into the list; what a later call has overtaken is dropped, which the answer says. */
function updater(
  { dialog, status }: PaletteParts,
  list: PaletteList,
): (typed: string, rest: number) => Promise<boolean> {
  const root = siteRoot();
  let latest = 0;
  return async (typed, rest) => {
    const own = ++latest;
    await new Promise((resolve) => setTimeout(resolve, rest));
    if (own !== latest) return false;
    let groups: OptionGroup[] = [];
    let words = '';
    try {
      ({ groups, words } =
        typed.trim() === '' ? { groups: await startingPoints(root), words: '' } : await search(typed, root));
    } catch {
      words = 'The search could not be loaded.';
    }
    if (own !== latest) return false;
    list.show(groups);
    status.textContent = words;
    dialog.removeAttribute('data-waiting');
    return true;
  };
}

async function search(typed: string, root: URL): Promise<{ groups: OptionGroup[]; words: string }> {
  const found = await find(await loadPagefind(), typed);
  const results = await found.first(SHOWN);
  if (found.total === 0) return { groups: [], words: `Nothing is called or says “${typed.trim()}”.` };
  const all = new URL('search/', root);
  all.searchParams.set('q', typed.trim());
  return {
    groups: [
      ...resultGroups(results, root),
      { label: '', options: [moreOption(found.total, results.length, all.href)] },
    ],
    words: `${results.length} of ${found.total.toLocaleString('en')} shown`,
  };
}
