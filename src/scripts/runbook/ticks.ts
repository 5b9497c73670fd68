import { readTicks, writeTicks } from './tick-store.ts';

/** Gives every step a box to tick. Ticks stay in this browser, by the playbook and by the words of the step. */
export function tickSteps(page: HTMLElement): void {
  const steps = [...page.querySelectorAll<HTMLElement>('li[data-step]')];
  const count = page.querySelector<HTMLElement>('[data-step-count]');
  const clear = page.querySelector<HTMLButtonElement>('[data-clear-ticks]');
  if (steps.length === 0 || !count || !clear) return;
  const playbook = page.dataset['runbook'] ?? '';
  const ticked = new Set(readTicks(playbook));
  const boxes = new Map(steps.map((step) => [step.dataset['step'] ?? '', boxOf(step)]));

  const show = (): void => {
    const done = [...boxes].filter(([key]) => ticked.has(key)).length;
    for (const [key, box] of boxes) box.checked = ticked.has(key);
    setText(count, '[data-done]', done);
    setText(count, '[data-all]', steps.length);
    const bar = count.querySelector('progress');
    if (bar) [bar.max, bar.value] = [steps.length, done];
    clear.disabled = done === 0;
  };
  const keep = (): void => {
    writeTicks(
      playbook,
      [...boxes.keys()].filter((key) => ticked.has(key)),
    );
    show();
  };

  for (const [key, box] of boxes) {
    box.addEventListener('change', () => {
      if (box.checked) ticked.add(key);
      else ticked.delete(key);
      keep();
    });
  }
  clear.addEventListener('click', () => {
    ticked.clear();
    keep();
    boxes.values().next().value?.focus();
  });
  // Another tab with the same playbook.
  addEventListener('storage', () => {
    ticked.clear();
    for (const key of readTicks(playbook)) ticked.add(key);
    show();
  });
  show();
  count.hidden = false;
}

/** The box of a step: a task list has one already. */
function boxOf(step: HTMLElement): HTMLInputElement {
  const words = step.textContent.replaceAll(/\s+/g, ' ').trim();
  const label = `Done: ${words.length > 90 ? `${words.slice(0, 90)}…` : words}`;
  const own = step.querySelector<HTMLInputElement>(':scope > input, :scope > p:first-child > input');
  const box = own ?? document.createElement('input');
  box.type = 'checkbox';
  box.disabled = false;
  box.classList.add('tick');
  box.setAttribute('aria-label', label);
  if (!own) step.prepend(box);
  return box;
}

function setText(root: HTMLElement, selector: string, number: number): void {
  const place = root.querySelector(selector);
  if (place) place.textContent = String(number);
}
