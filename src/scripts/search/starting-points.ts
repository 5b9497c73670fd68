import type { Command } from '../../search/commands.ts';
import { commandOption, type OptionGroup } from './palette-options.ts';

/** What the palette offers before anything is typed: views that answer a question, and the menu. */
export async function startingPoints(root: URL): Promise<OptionGroup[]> {
  const answer = await fetch(new URL('search/commands.json', root));
  const views = answer.ok ? ((await answer.json()) as Command[]) : [];
  return [
    { label: 'Views', options: views.map((command) => commandOption(command, root)) },
    { label: 'Pages', options: menu().map((command) => commandOption(command, root)) },
  ].filter(({ options }) => options.length > 0);
}

function menu(): Command[] {
  return [...document.querySelectorAll<HTMLAnchorElement>('#site-nav a')].map(({ href, textContent }) => ({
    label: textContent.trim(),
    says: '',
    path: href,
  }));
}
