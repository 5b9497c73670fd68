import { element } from '../matrix/element.ts';

export interface PaletteParts {
  dialog: HTMLDialogElement;
  input: HTMLInputElement;
  list: HTMLElement;
  /** What a screen reader is told, and what stands below the list. */
  status: HTMLElement;
}

/** The palette's dialog, empty. It is made on first use, so that no page carries it. */
export function paletteDialog(): PaletteParts {
  const input = element('input', {
    id: 'palette-input',
    type: 'text',
    role: 'combobox',
    'aria-label': 'Search this site',
    'aria-expanded': 'false',
    'aria-controls': 'palette-list',
    'aria-autocomplete': 'list',
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    enterkeyhint: 'go',
    placeholder: 'Technique, rule, actor, id, file…',
  });
  const list = element('div', {
    id: 'palette-list',
    class: 'palette-list',
    role: 'listbox',
    'aria-label': 'Results',
  });
  const status = element('p', { role: 'status' });
  const close = element('button', { type: 'button', class: 'palette-close' }, 'Close');
  const dialog = element(
    'dialog',
    { class: 'palette', 'aria-label': 'Search' },
    element('div', { class: 'palette-bar' }, input, close),
    list,
    element(
      'div',
      { class: 'palette-foot' },
      status,
      keys('↑↓', 'choose'),
      keys('↵', 'open'),
      keys('Esc', 'close'),
    ),
  );
  close.addEventListener('click', () => {
    dialog.close();
  });
  // A click beside the dialog lands on the dialog itself.
  dialog.addEventListener('click', ({ target }) => {
    if (target === dialog) dialog.close();
  });
  return { dialog, input, list, status };
}

function keys(key: string, does: string): HTMLElement {
  return element(
    'span',
    { class: 'palette-keys', 'aria-hidden': 'true' },
    element('kbd', {}, key),
    ` ${does}`,
  );
}
