import type { QueryTabGroup } from './query-tab-group.ts';

/** Arrow keys walk along the tabs of a step and open what they reach; Home and End go to the ends. */
export function walkTabs({ tabs }: QueryTabGroup, choose: (platform: string, by: HTMLElement) => void): void {
  const summaries = tabs.flatMap((tab) => tab.querySelector('summary') ?? []);
  for (const [place, summary] of summaries.entries()) {
    summary.addEventListener('keydown', (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const next = summaries.at(destination(event.key, place, summaries.length));
      const tab = next?.closest('details');
      if (!next || !tab || !KEYS.has(event.key)) return;
      event.preventDefault();
      choose(tab.dataset['platform'] ?? '', next);
      next.focus();
    });
  }
}

const KEYS = new Set(['ArrowLeft', 'ArrowRight', 'Home', 'End']);

function destination(key: string, place: number, length: number): number {
  if (key === 'Home') return 0;
  if (key === 'End') return -1;
  return key === 'ArrowRight' ? (place + 1) % length : place - 1;
}
