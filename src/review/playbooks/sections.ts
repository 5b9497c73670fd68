import type { Playbook } from '../../playbooks/playbook.ts';
import { textDifference } from '../differences/text.ts';
import type { SectionChange } from '../playbook-change.ts';
import { bodySections, type BodySection } from './body-sections.ts';
import { pairSections } from './pair-sections.ts';

/** Sections that came, went or read another way: hypothesis and execution first, then in the order of the text. */
export function sectionChanges(before: Playbook, after: Playbook): SectionChange[] {
  const old = bodySections(before);
  const now = bodySections(after);
  const pairs = pairSections(old, now);
  const changes = now.flatMap((section) => sectionChange(pairs.get(section), section));
  const kept = new Set(pairs.values());
  const removed = old.filter((section) => !kept.has(section)).flatMap((section) => sectionChange(section));
  const all = [...changes, ...removed];
  return [...all.filter(isFirst), ...all.filter((change) => !isFirst(change))];
}

function isFirst({ role }: SectionChange): boolean {
  return role === 'hypothesis' || role === 'execution';
}

function sectionChange(before: BodySection | undefined, after?: BodySection): SectionChange[] {
  const section = after ?? before;
  if (!section) return [];
  const [difference] = textDifference(section.title, 'words', before?.text, after?.text);
  const isRenamed = before && after && before.title !== after.title;
  // A heading whose text is all queries or sub-sections comes and goes with them.
  if (!difference && !isRenamed && before && after) return [];
  const { title, role, line } = section;
  return [
    {
      change: before && after ? 'changed' : after ? 'added' : 'removed',
      title,
      ...(isRenamed && { titleBefore: before.title }),
      ...(role !== undefined && { role }),
      line,
      added: difference?.added ?? 0,
      removed: difference?.removed ?? 0,
      parts: difference?.parts ?? [],
    },
  ];
}
