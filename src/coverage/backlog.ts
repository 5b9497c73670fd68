import { byCodeUnit } from '../attack/order.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Coverage, ProfileRelevance } from './assessment.ts';
import type { BacklogItem } from './backlog-item.ts';
import { dueHunt } from './due-hunt.ts';
import { techniquesSpokenFor } from './evidence.ts';
import type { Gap } from './gap.ts';
import { whoUses } from './gap-why.ts';
import { gapsOf } from './gaps.ts';
import { levelMeaning } from './levels.ts';
import { counted, listed } from './wording.ts';

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
 * @param gaps By that profile, domain by domain, where they are known already.
 */
export function backlogOf(
  workspace: Workspace,
  coverage: Coverage,
  profile: ProfileRelevance | undefined = coverage.profiles[0],
  gaps: readonly Gap[] = [...coverage.domains.keys()].flatMap((domain) =>
    gapsOf(workspace, coverage, domain, profile),
  ),
): BacklogItem[] {
  const kinds = ['overdue', 'due', 'stale'];
  const known = workspace.playbooks
    .flatMap((playbook) => dueHunt(playbook, workspace.now) ?? [])
    .sort(
      (a, b) =>
        kinds.indexOf(a.kind) - kinds.indexOf(b.kind) ||
        b.days - a.days ||
        byCodeUnit(a.playbook.key, b.playbook.key),
    );
  return [...known, ...neverHunted(workspace.playbooks, gaps, profile?.profile?.title)];
}

function neverHunted(
  playbooks: readonly Playbook[],
  gaps: readonly Gap[],
  profile: string | undefined,
): NewItem[] {
  const hunted = new Set<string>();
  const drafts = new Map<string, string[]>();
  for (const { mappings, status, title, role } of playbooks) {
    if (role === 'library') continue;
    for (const id of techniquesSpokenFor(mappings)) {
      if (status === 'draft') drafts.set(id, [...(drafts.get(id) ?? []), `“${title}”`]);
      else hunted.add(id);
    }
  }
  return gaps.flatMap((gap) => newItem(gap, { hunted, drafts, profile }) ?? []);
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
