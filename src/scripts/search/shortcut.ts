/**
 * Opens the command palette by Ctrl+K, ⌘K or `/`, and by the button that takes the place of the link to the search
 * page. All else is loaded when it is first asked for.
 */
const button = document.querySelector<HTMLButtonElement>('button[data-search-open]');
const link = document.querySelector<HTMLAnchorElement>('a[data-search-link]');

if (button && link) {
  const isApple = /mac|iphone|ipad/i.test(navigator.userAgent);
  // Who opens it by a key types on at once: what comes before the palette is there goes into it.
  let early: string | undefined;
  const open = (): void => {
    early ??= '';
    import('./palette.ts').then(
      ({ openPalette }) => {
        openPalette(early ?? '');
        early = undefined;
      },
      () => {
        location.assign(link.href);
      },
    );
  };
  if (isApple) {
    button.setAttribute('aria-keyshortcuts', 'Meta+K /');
    for (const keys of button.querySelectorAll('kbd')) keys.textContent = '⌘K';
  }
  link.hidden = true;
  button.hidden = false;
  button.addEventListener('click', open);
  document.addEventListener('keydown', (event) => {
    const { key, target } = event;
    if (early !== undefined && !event.ctrlKey && !event.metaKey && !event.altKey) {
      if (key === 'Backspace') early = early.slice(0, -1);
      else if (key === 'Enter') early += '\n';
      else if (key.length === 1) early += key;
      else return;
      event.preventDefault();
      return;
    }
    const isTyping =
      target instanceof HTMLElement &&
      (target.isContentEditable || target.matches('input, select, textarea'));
    const isSlash = key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
    const isK =
      key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!isSlash && !isK) return;
    event.preventDefault();
    open();
  });
}
