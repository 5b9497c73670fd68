/** Buttons with `data-copy` copy that text; they are hidden where there is no clipboard. */
for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
  // The Clipboard API is undefined outside secure contexts, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) continue;
  button.hidden = false;
  const label = button.textContent;
  button.addEventListener('click', () => {
    void clipboard.writeText(button.dataset['copy'] ?? '').then(() => {
      button.textContent = 'Copied';
      setTimeout(() => (button.textContent = label), 2000);
    });
  });
}

export {};
