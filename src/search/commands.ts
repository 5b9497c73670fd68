import type { SiteModel } from '../site/model.ts';
import { matrixPath } from '../output/paths.ts';

/** A place people often want to go to, offered before anything is typed. */
export interface Command {
  label: string;
  says: string;
  /** From the root of the site. */
  path: string;
}

/** What the palette offers beside the entries of the menu: views that answer a question. */
export function commands({ workspace }: Pick<SiteModel, 'workspace'>): Command[] {
  const [domain = 'enterprise'] = workspace.knowledge.keys();
  const view = (label: string, says: string, id: string): Command => ({
    label,
    says,
    path: `${matrixPath(domain)}?view=${id}`,
  });
  return [
    view('Matrix: gaps', 'what is missing where it matters', 'gap'),
    view('Matrix: proof', 'what was tested or seen', 'proof'),
    view('Matrix: hunts', 'where playbooks look', 'hunts'),
    view('Matrix: visibility', 'what the collected logs could show', 'visibility'),
    {
      label: 'Techniques that failed',
      says: 'executed here and missed',
      path: `techniques/#${domain}-failed`,
    },
    { label: 'Hunt backlog', says: 'what to hunt next', path: 'backlog/' },
    { label: 'Freshness', says: 'what nobody has touched for long', path: 'freshness/' },
    { label: 'Robustness', says: 'how hard rules are to evade', path: 'robustness/' },
    { label: 'Visibility', says: 'which logs are collected', path: 'visibility/' },
    { label: 'History', says: 'how coverage has changed', path: 'history/' },
  ];
}
