// Runs before the first paint, so that a stored choice does not flash the other theme.
(() => {
  const root = document.documentElement;
  const KEY = 'coverbook-theme';
  const stored = (() => {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  })();
  if (stored === 'light' || stored === 'dark') root.dataset.theme = stored;

  const system = matchMedia('(prefers-color-scheme: dark)');
  const isDark = () => (root.dataset.theme ?? (system.matches ? 'dark' : 'light')) === 'dark';

  document.addEventListener('DOMContentLoaded', () => {
    const button = document.querySelector('[data-theme-toggle]');
    if (!button) return;
    const label = () => {
      const text = isDark() ? 'Switch to light theme' : 'Switch to dark theme';
      button.setAttribute('aria-label', text);
      button.setAttribute('title', text);
    };
    button.hidden = false;
    label();
    system.addEventListener('change', label);
    button.addEventListener('click', () => {
      const next = isDark() ? 'light' : 'dark';
      root.dataset.theme = next;
      try {
        localStorage.setItem(KEY, next);
      } catch {
        // Storage may be switched off; the choice then holds for this page.
      }
      label();
    });
  });
})();
