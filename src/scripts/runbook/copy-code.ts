/** A button on every block of code that copies it; none where there is no clipboard. */
export function addCopyButtons(page: HTMLElement): void {
  // The Clipboard API is undefined outside secure contexts, whatever the types say.
  const clipboard = navigator.clipboard as Clipboard | undefined;
  if (!clipboard) return;
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.role = 'status';
  page.append(status);
  for (const block of page.querySelectorAll<HTMLElement>('.code-block')) {
    const code = block.querySelector('pre');
    const head = block.querySelector('.code-head');
    if (!code || !head) continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'link-button';
    const label = document.createElement('span');
    label.textContent = 'Copy';
    const what = document.createElement('span');
    what.className = 'visually-hidden';
    what.textContent = ` the ${head.textContent.trim()} code`;
    button.append(label, what);
    button.addEventListener('click', () => {
      void clipboard.writeText(code.textContent.replace(/\n$/, '')).then(() => {
        label.textContent = 'Copied';
        status.textContent = `Copied${what.textContent}`;
        setTimeout(() => {
          label.textContent = 'Copy';
          status.textContent = '';
        }, 2000);
      });
    });
    head.append(button);
  }
}
