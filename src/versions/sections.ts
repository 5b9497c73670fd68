import { domainName } from '../attack/domain.ts';
import { counted } from '../coverage/wording.ts';
import type { NewTechnique, OutdatedId, RevokedId, TouchedItem, VersionImpact } from './version-impact.ts';

/** One heading of a report for people. Texts are plain and untrusted. */
export interface ImpactSection {
  title: string;
  /** What the section means, or what to do about it. */
  note?: string;
  entries: ImpactEntry[];
}

export interface ImpactEntry {
  /** `T1562.001 Impair Defenses: … is T1685 …` */
  text: string;
  /** More about it, a line each. */
  details: string[];
  items: TouchedItem[];
}

/** `What ATT&CK Enterprise 19.1 changes from 18.1` */
export function impactTitle({ domain, from, to }: VersionImpact): string {
  return `What ATT&CK ${domainName(domain)} ${to} changes from ${from}`;
}

export function impactSummary({ items, touched }: VersionImpact): string {
  return `${counted(touched, 'item')} of ${items} that are mapped to this domain ${touched === 1 ? 'is' : 'are'} touched.`;
}

/** What there is to tell, in the order of urgency; nothing that is empty. */
export function impactSections(impact: VersionImpact): ImpactSection[] {
  const { from, to, revoked, deprecated, unknown, known, tactics, tacticNames, renamed, added } = impact;
  const sections: ImpactSection[] = [
    {
      title: 'Revoked ids',
      note: 'They are read as their successors; `coverbook lint --fix` writes those into the files.',
      entries: revoked.map(revokedEntry),
    },
    {
      title: 'Deprecated ids',
      note: 'They count for nothing; map to the active technique that describes the behaviour.',
      entries: deprecated.map(outdatedEntry),
    },
    {
      title: `Ids ${to} does not know`,
      note: 'They count for nothing.',
      entries: unknown.map(outdatedEntry),
    },
    {
      title: `Ids ${from} did not know`,
      entries: known.map(({ id, name, items }) => ({ text: `${id} ${name}`, details: [], items })),
    },
    ...tactics.map(({ lost, gained, isRename, techniques }): ImpactSection => ({
      title: `Tactics: ${names(lost)} → ${names(gained)}`,
      ...(isRename && { note: 'The tactic has a new name, no more.' }),
      entries: techniques.map(({ id, name, items }) => ({ text: `${id} ${name}`, details: [], items })),
    })),
    {
      title: 'Names of tactics',
      note: 'Both names are read.',
      entries: tacticNames.map(({ id, from: old, to: name, items }) => ({
        text: `${id} ${old} is ${name}`,
        details: [],
        items,
      })),
    },
    {
      title: 'Renamed techniques',
      entries: renamed.map(({ id, from: old, to: name, items }) => ({
        text: `${id} ${old} is ${name}`,
        details: [],
        items,
      })),
    },
    {
      title: 'New techniques',
      note: 'Under tactics you have counting detections for, or used by actors of your threat profiles.',
      entries: added.map(newEntry),
    },
  ];
  return sections.filter(({ entries }) => entries.length > 0);
}

function revokedEntry({ id, name, by, before, lost, gained, items }: RevokedId): ImpactEntry {
  const moved = lost.length + gained.length > 0 && before !== 'unknown';
  return {
    text: `${id} ${name} is ${by.id} ${by.name}${before === 'revoked' ? ' (revoked before)' : ''}`,
    details: moved ? [`${names(lost)} → ${names(gained)}`] : [],
    items,
  };
}

function outdatedEntry({ id, name, before, items }: OutdatedId): ImpactEntry {
  const was = before === 'active' ? '' : ` (${before} before)`;
  return { text: `${id} ${name}${was}`, details: [], items };
}

function newEntry({ id, name, tactics, replaces, users, items }: NewTechnique): ImpactEntry {
  const inProfile = users.filter((user) => user.inProfile).map((user) => `${user.id} ${user.name}`);
  const kinds = (['group', 'campaign', 'software'] as const).flatMap((type) => {
    const count = users.filter((user) => user.type === type).length;
    return count === 0 ? [] : [counted(count, type, type === 'software' ? 'software' : undefined)];
  });
  return {
    text: `${id} ${name} (${tactics.join(', ')})`,
    details: [
      ...(replaces.length > 0 ? [`In place of ${replaces.join(', ')}`] : []),
      ...(inProfile.length > 0 ? [`Used by ${inProfile.join(', ')} of your threat profiles`] : []),
      ...(kinds.length > 0 ? [`Procedures of ${kinds.join(', ')}`] : []),
    ],
    items,
  };
}

function names(tactics: readonly string[]): string {
  return tactics.length === 0 ? 'none' : tactics.join(' + ');
}
