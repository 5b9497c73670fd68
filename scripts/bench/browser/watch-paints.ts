import type { Page } from 'playwright-core';

/** What a page took for one interaction, in milliseconds. */
export interface Paints {
  /** From the slowest event of the interaction to the next paint; the browser rounds to 8 and names none below 16. */
  toPaint: number;
  /** The longest time anything kept the page from answering, in what followed as well; 0 below 50. */
  blocked: number;
}

interface Watched extends Window {
  watched?: { paints: number[]; tasks: number[] };
}

/** Has every page note its interactions (Event Timing API) and long tasks from its first line on. */
export async function watchPaints(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watched: { paints: number[]; tasks: number[] } = { paints: [], tasks: [] };
    (window as Watched).watched = watched;
    new PerformanceObserver((list) => {
      // An event that is no part of an interaction, as a pointer that moves, has the id 0.
      for (const entry of list.getEntries() as PerformanceEventTiming[])
        if ((entry as PerformanceEventTiming & { interactionId: number }).interactionId > 0)
          watched.paints.push(entry.duration);
    }).observe({ type: 'event', durationThreshold: 16 } as PerformanceObserverInit);
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) watched.tasks.push(duration);
    }).observe({ type: 'longtask' });
  });
}

/** What was noted since the last call, once the page has been at rest for a third of a second. */
export async function takePaints(page: Page): Promise<Paints> {
  return page.evaluate(async () => {
    const { watched } = window as Watched;
    if (!watched) throw new Error('The page is not watched.');
    const rest = (): Promise<void> => new Promise((done) => setTimeout(done, 350));
    let seen = -1;
    while (seen !== watched.paints.length + watched.tasks.length) {
      seen = watched.paints.length + watched.tasks.length;
      await rest();
    }
    const noted = {
      toPaint: Math.max(0, ...watched.paints),
      blocked: Math.max(0, ...watched.tasks),
    };
    watched.paints = [];
    watched.tasks = [];
    return noted;
  });
}
