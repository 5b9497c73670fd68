import { HUNT_STATES, huntStanding } from '../coverage/hunt-state.ts';
import { languageTitle } from '../highlight/highlighter.ts';
import { playbookPath } from '../output/paths.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import { buildTable, type ColumnOf, type OrderedItem } from '../tables/build-table.ts';
import type { TableData } from '../tables/table-data.ts';
import { actorNamed } from './actor-lookups.ts';
import { dueWords, HUNT_STATE_WORDS } from './hunt-words.ts';
import { siteModel, type SiteModel } from './model.ts';
import { techniqueItems } from './table-items.ts';
import { tacticNames } from './tactic-names.ts';
import { count, RUN_WORDS } from './wording.ts';

const NOT_STATED: OrderedItem = { text: 'not stated', unknown: true };

/** What one compares hunts by. */
function columns(now: string): ColumnOf<Playbook>[] {
  return [
    {
      id: 'playbook',
      label: 'Playbook',
      role: 'head',
      of: (hunt) => ({ text: hunt.title, path: playbookPath(hunt) }),
    },
    {
      id: 'state',
      label: 'State',
      facet: true,
      of: (hunt) => {
        if (hunt.role === 'library') return { text: 'library', order: HUNT_STATES.length, quiet: true };
        const { state } = huntStanding(hunt, now);
        const text = HUNT_STATE_WORDS[state].toLowerCase();
        return { text, order: HUNT_STATES.indexOf(state), ...(state === 'current' && { quiet: true }) };
      },
    },
    {
      id: 'techniques',
      label: 'Techniques',
      role: 'list',
      wide: true,
      of: ({ mappings }) => techniqueItems(mappings),
    },
    {
      id: 'tactic',
      label: 'Tactic',
      role: 'list',
      facet: true,
      hidden: true,
      of: (hunt) => orNot(tacticNames(hunt)),
    },
    {
      id: 'last',
      label: 'Last run',
      wide: true,
      descending: true,
      of: ({ runs }) => {
        const last = lastOf(runs);
        return last
          ? { text: `${last.date}, ${RUN_WORDS[last.outcome].toLowerCase()}` }
          : { text: 'never', unknown: true };
      },
    },
    {
      id: 'due',
      label: 'Next run',
      of: (hunt) => {
        const standing = huntStanding(hunt, now);
        const words = dueWords(standing);
        return words === undefined
          ? { text: 'not set', unknown: true }
          : { text: words, order: standing.days ?? 0 };
      },
    },
    {
      id: 'queries',
      label: 'Queries',
      role: 'list',
      wide: true,
      facet: true,
      of: ({ queries }) =>
        orNot([...new Set(queries.map(({ language }) => languageTitle(language)))], 'none'),
    },
    {
      id: 'platform',
      label: 'Platform',
      role: 'list',
      facet: true,
      hidden: true,
      of: ({ platforms }) => orNot(platforms),
    },
    {
      id: 'actor',
      label: 'Actor',
      role: 'list',
      facet: true,
      hidden: true,
      of: ({ actors }) => orNot(actors.map((actor) => actorNamed(actor)?.name ?? actor)),
    },
    {
      id: 'outcome',
      label: 'Last outcome',
      facet: true,
      hidden: true,
      of: ({ runs }) => {
        const last = lastOf(runs);
        return last ? { text: RUN_WORDS[last.outcome].toLowerCase() } : { text: 'never run', unknown: true };
      },
    },
    {
      id: 'findings',
      label: 'Findings',
      role: 'number',
      wide: true,
      descending: true,
      of: ({ runs }) => {
        const found = runs.reduce((sum, { findings }) => sum + findings, 0);
        return found === 0 ? undefined : { text: String(found), order: found };
      },
    },
    { id: 'source', label: 'Source', wide: true, facet: true, of: ({ source }) => ({ text: source }) },
  ];
}

function lastOf(runs: Playbook['runs']): Playbook['runs'][number] | undefined {
  return runs.toSorted((a, b) => (a.date < b.date ? 1 : -1))[0];
}

function orNot(items: readonly (OrderedItem | string)[], nothing = NOT_STATED.text): OrderedItem[] {
  if (items.length === 0) return [{ ...NOT_STATED, text: nothing }];
  return items.map((item) => (typeof item === 'string' ? { text: item } : item));
}

const tables = new WeakMap<SiteModel, TableData>();

/** Every hunt of every source: what is overdue first, libraries' last. */
export function allPlaybooks(): TableData {
  const model = siteModel();
  const { playbooks, now } = model.workspace;
  const byTitle = playbooks.toSorted((a, b) => a.title.localeCompare(b.title, 'en'));
  const table =
    tables.get(model) ??
    buildTable(byTitle, columns(now), {
      noun: ['playbook', 'playbooks'],
      order: { column: 'state', descending: false },
    });
  tables.set(model, table);
  return table;
}

/** `15 hunts of our own: 12 current, 2 overdue, 1 draft.` */
export function playbookCounts(): string {
  const { playbooks, now } = siteModel().workspace;
  const own = playbooks.filter(({ role }) => role === 'deployed');
  const states = HUNT_STATES.map((state) => {
    const number = own.filter((hunt) => huntStanding(hunt, now).state === state).length;
    return number > 0 ? `${String(number)} ${HUNT_STATE_WORDS[state].toLowerCase()}` : undefined;
  }).filter((words) => words !== undefined);
  const library = playbooks.length - own.length;
  return [
    `${count(own.length, 'hunt')} of our own${states.length > 0 ? `: ${states.join(', ')}` : ''}.`,
    ...(library > 0 ? [`${count(library, 'hunt')} of libraries, offered and never counted.`] : []),
  ].join(' ');
}
