import type { Playbook } from '../../playbooks/playbook.ts';
import { fileNames, type Comparison } from '../comparison.ts';
import { textDifference } from '../differences/text.ts';
import { itemRef, spokenFor, type ChangedPair } from '../item-changes.ts';
import type { BrokenReference, PlaybookChange } from '../playbook-change.ts';
import { fieldDifferences } from './fields.ts';
import { queryDifferences } from './queries.ts';
import { sectionChanges } from './sections.ts';

/** Fields nobody has to look at a hunt again for. */
const FORMAL: ReadonlySet<string> = new Set([
  'reviewed',
  'created',
  'owner',
  'authors',
  'file',
  'id',
  'runs',
  'current',
]);

export interface PlaybookComparison {
  /** Removed, added, changed. */
  playbooks: PlaybookChange[];
  unread: number;
}

/**
 * Playbooks that came, went or say something else, and those whose references break though they say the same.
 *
 * @param pairs Those that came, went, or whose files or standing differ.
 * @param broken References that are newly broken, by key of the playbook.
 */
export function comparePlaybooks(
  comparison: Comparison,
  pairs: readonly ChangedPair<Playbook>[],
  broken: ReadonlyMap<string, BrokenReference[]>,
): PlaybookComparison {
  const { base, head } = comparison;
  const told = pairs.map(({ pair: { before, after }, change }): PlaybookChange => {
    const brokenReferences = after ? (broken.get(after.key) ?? []) : [];
    const nothing = { ...change, queries: [], fields: [], sections: [], reviewUntouched: false };
    if (!before || !after) return { ...nothing, brokenReferences };
    const [fileBefore, fileAfter] = [fileNames(base), fileNames(head)];
    const fileOf = (one: Playbook): string => (one === before ? fileBefore : fileAfter)(one);
    const [hypothesis] = textDifference('hypothesis', 'words', before.hypothesis, after.hypothesis);
    const fields = fieldDifferences(before, after, fileOf);
    const queries = queryDifferences(before, after);
    const sections = sectionChanges(before, after);
    const saysMore =
      hypothesis !== undefined ||
      queries.length + sections.length > 0 ||
      fields.some(({ name }) => !FORMAL.has(name));
    return {
      ...nothing,
      ...(hypothesis && { hypothesis }),
      queries,
      fields,
      sections,
      brokenReferences,
      reviewUntouched: saysMore && after.reviewed !== undefined && after.reviewed === before.reviewed,
    };
  });
  const playbooks = told.filter(
    ({ change, hypothesis, queries, fields, sections, brokenReferences }) =>
      change !== 'changed' ||
      hypothesis !== undefined ||
      queries.length + fields.length + sections.length + brokenReferences.length > 0,
  );
  const known = new Set(playbooks.map(({ item }) => item.key));
  const others = head.workspace.playbooks.filter(({ key }) => broken.has(key) && !known.has(key));
  return {
    playbooks: [...playbooks, ...others.map((one) => onlyBroken(one, comparison, broken.get(one.key) ?? []))],
    unread: told.length - playbooks.length,
  };
}

/** A playbook in an unchanged file that refers to what is there no more. */
function onlyBroken(
  playbook: Playbook,
  { head }: Comparison,
  brokenReferences: BrokenReference[],
): PlaybookChange {
  const item = itemRef(playbook, head);
  return {
    id: `playbook:${item.key}`,
    change: 'changed',
    item,
    techniques: { before: spokenFor(playbook), after: spokenFor(playbook) },
    queries: [],
    fields: [],
    sections: [],
    brokenReferences,
    reviewUntouched: false,
  };
}
