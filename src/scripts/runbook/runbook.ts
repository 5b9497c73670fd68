/** What a hunt's page does beyond being read: ticks, platforms, copying, where one is, printing. Each part stands alone. */
import { addCopyButtons } from './copy-code.ts';
import { choosePlatforms } from './platforms.ts';
import { markSection } from './section-in-view.ts';
import { tickSteps } from './ticks.ts';

const page = document.querySelector<HTMLElement>('[data-runbook]');

if (page) {
  tickSteps(page);
  choosePlatforms(page);
  addCopyButtons(page);
  markSection(page);
  for (const button of page.querySelectorAll<HTMLButtonElement>('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => {
      print();
    });
  }
}
