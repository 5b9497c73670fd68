import { byCodeUnit } from '../attack/order.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Coverage, ProfileRelevance } from './assessment.ts';
import type { BacklogItem } from './backlog-item.ts';
import { techniquesSpokenFor } from './evidence.ts';
import { daysBetween, reviewedOn } from './freshness.ts';
import type { Gap } from './gap.ts';
import { whoUses } from './gap-why.ts';
import { gapsOf } from './gaps.ts';
import { levelMeaning } from './levels.ts';
import { counted, listed } from './wording.ts';

/** Days ahead of its date a hunt is said to be due. */
const AHEAD = 30;

const DAY = 86_400_000;

type DueItem = Extract<BacklogItem, { playbook: Playbook }>;
type NewItem = Extract<BacklogItem, { kind: 'never-hunted' }>;

/**
 * What the hunters could do next: runs that are overdue (most days first), due within 30 days (soonest first), playbooks
 * that are not current any more (longest untouched first), then techniques nobody ever wrote a playbook for, domain by domain (their
 * priorities do not compare) in the order of gaps.
 *
 * Drafts are no hunts yet: they are named with the technique they wait for. A technique whose only playbook was retired is
 * left out, because somebody decided that; it stays among the gaps.
 *
 * @param profile Ranks what was never hunted; the default profile where it is not said.
 */
export function backlogOf(
  workspace: Workspace,
  coverage: Coverage,
  profile: ProfileRelevance | undefined = coverage.profiles[0],
): BacklogItem[] {
  const kinds = ['overdue', 'due', 'stale'];
  const known = workspace.playbooks
    .flatMap((playbook) => dueItem(playbook, workspace.now) ?? [])
    .sort(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        b.days - a.days ||
        byCodeUnit(a.playbook.key, b.playbook.key),
    );
  return [...known, ...neverHunted(workspace, coverage, profile)];
}

function dueItem(playbook: Playbook, now: string): DueItem | undefined {
  if (playbook.status !== 'active' || playbook.role === 'library') return undefined;
  const { due, currentNot } = playbook;
  const touched = reviewedOn(playbook);
  const days = due === undefined ? undefined : Math.round((Date.parse(now) - Date.parse(due)) / DAY);
  const lastRun = playbook.runs.reduce((last, { date }) => (date > last ? date : last), '');
  const since = lastRun === '' ? 'it never ran' : `it last ran on ${lastRun}`;
  if (due !== undefined && days !== undefined && days >= -AHEAD) {
    const item = { playbook, due, days };
    if (days > 0)
      return {
        kind: 'overdue',
        ...item,
        because: `Its run was due ${counted(days, 'day')} ago, on ${due}; ${since}.`,
      };
    const when = days === 0 ? 'today' : `in ${counted(-days, 'day')}, on ${due}`;
    return { kind: 'due', ...item, because: `Its next run is due ${when}; ${since}.` };
  }
  if (playbook.current) return undefined;
  return {
    kind: 'stale',
    playbook,
    ...(due !== undefined && { due }),
    days: touched === undefined ? 0 : daysBetween(touched, now),
    because: `It is not current: ${currentNot ?? 'nobody looked at it within the window'}.`,
  };
}

function neverHunted(
  workspace: Workspace,
  coverage: Coverage,
  profile: ProfileRelevance | undefined,
): NewItem[] {
  const hunted = new Set<string>();
  const drafts = new Map<string, string[]>();
  for (const { mappings, status, title, role } of workspace.playbooks) {
    if (role === 'library') continue;
    for (const id of techniquesSpokenFor(mappings)) {
      if (status === 'draft') drafts.set(id, [...(drafts.get(id) ?? []), `“${title}”`]);
      else hunted.add(id);
    }
  }
  return [...coverage.domains.keys()].flatMap((domain) =>
    gapsOf(workspace, coverage, domain, profile).flatMap(
      (gap) => newItem(gap, { hunted, drafts, profile: profile?.profile?.title }) ?? [],
    ),
  );
}

function newItem(
  { technique, name, domain, relevance, priority, users, closes, level }: Gap,
  {
    hunted,
    drafts,
    profile,
  }: {
    hunted: ReadonlySet<string>;
    drafts: ReadonlyMap<string, readonly string[]>;
    profile: string | undefined;
  },
): NewItem | undefined {
  if (!closes.playbook || hunted.has(technique)) return undefined;
  const who = whoUses(users, profile);
  const waiting = drafts.get(technique);
  const draft = waiting ? `; ${counted(waiting.length, 'draft')} would: ${listed(waiting)}` : '';
  return {
    kind: 'never-hunted',
    technique,
    name,
    domain,
    relevance,
    priority,
    users,
    because: `${who}, and no playbook ever looked for it${draft} (${level}: ${levelMeaning(level)}).`,
    start: closes.playbook,
  };
}
