import { paletteDialog } from './palette-dialog.ts';
import { paletteList } from './palette-list.ts';
import { paletteUpdater } from './palette-updater.ts';

/** How long typing must rest before a search starts, in milliseconds. */
const REST = 80;
/** How far a key moves the choice. */
const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: 5,
  PageUp: -5,
  'Ctrl Home': -Infinity,
  'Ctrl End': Infinity,
};

interface Palette {
  open: (typed: string) => void;
}

let palette: Palette | undefined;

/** Opens the command palette, with what was typed before it was there; a line break in that is Enter. */
export function openPalette(typed = ''): void {
  palette ??= makePalette();
  palette.open(typed);
}

function makePalette(): Palette {
  const parts = paletteDialog();
  const { dialog, input, list: box, status } = parts;
  const list = paletteList(input, box);
  const update = paletteUpdater(parts, list);
  /** Enter came before the results it was meant for. */
  let goes = false;

  const go = (): void => {
    list.chosen()?.click();
  };
  const change = (rest: number): void => {
    goes = false;
    void update(input.value, rest).then((isLatest) => {
      if (isLatest && goes) go();
      if (isLatest) goes = false;
    });
  };
  input.addEventListener('input', () => {
    dialog.setAttribute('data-waiting', '');
    change(REST);
  });
  input.addEventListener('keydown', (event) => {
    const step = STEPS[`${event.ctrlKey ? 'Ctrl ' : ''}${event.key}`] ?? 0;
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
    open: (typed) => {
      const words = typed.replaceAll('\n', '');
      if (dialog.open && words === '') {
        input.select();
        return;
      }
      if (!dialog.open) dialog.showModal();
      if (words === '') input.select();
      else input.value = words;
      change(0);
      goes = words !== '' && typed.endsWith('\n');
      status.textContent = '';
    },
  };
}
