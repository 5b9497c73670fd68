import type { Playbook } from '../../playbooks/playbook.ts';
import { textDifference } from '../differences/text.ts';
import type { SectionChange } from '../playbook-change.ts';
import { bodySections, type BodySection } from './body-sections.ts';

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

/** Sections of the head → those of the base, by title and, where that is new, by what it is for or what it says. */
function pairSections(
  before: readonly BodySection[],
  after: readonly BodySection[],
): Map<BodySection, BodySection> {
  const pairs = new Map<BodySection, BodySection>();
  const left = new Set(before);
  const ways: ((section: BodySection) => string | undefined)[] = [
    ({ title }) => title.toLowerCase(),
    ({ text }) => (text === '' ? undefined : text),
    ({ role }) => role,
  ];
  for (const nameOf of ways) {
    for (const section of after) {
      const name = pairs.has(section) ? undefined : nameOf(section);
      const found = name === undefined ? undefined : [...left].find((one) => nameOf(one) === name);
      if (!found) continue;
      pairs.set(section, found);
      left.delete(found);
    }
  }
  return pairs;
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
