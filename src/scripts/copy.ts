/**
 * Buttons with `data-copy` copy that text, with `data-copy-from` the text of an element, with `data-copy-link` the
 * address of the page. They are hidden where there is no clipboard.
 */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  // The Clipboard API is undefined outside secure contexts, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) continue;
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener('click', () => {
    void clipboard.writeText(textOf(button)).then(() => {
      button.textContent = 'Copied';
      setTimeout(() => (button.textContent = label), 2000);
    });
  });
}

function textOf({ dataset }: HTMLButtonElement): string {
  const { copy = '', copyFrom, copyLink } = dataset;
  if (copyLink !== undefined) return location.origin + location.pathname;
  return copyFrom === undefined ? copy : (document.querySelector(copyFrom)?.textContent ?? '');
}

export {};
