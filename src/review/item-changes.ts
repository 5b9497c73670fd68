import { techniquesSpokenFor } from '../coverage/evidence.ts';
import type { Detection } from '../detections/detection.ts';
import type { Exercise } from '../exercises/exercise.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { detectionPath, exercisePath, playbookPath } from '../output/paths.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import { fileNames, type Comparison, type PlacedSide } from './comparison.ts';
import type { ItemChange, ItemRef } from './item-ref.ts';
import { pairItems, type Pair } from './pair.ts';

export type Item = Detection | Playbook | Exercise;

/** Two states of one item of which at least one is there, with what is said of every change. */
export interface ChangedPair<T extends Item> {
  pair: Pair<T>;
  change: ItemChange;
}

/**
 * The items of one kind that came, went, or whose files or standing differ, removed ones first, then added ones, each
 * by key. What stands in an unchanged file and counts as it did is none.
 */
export function changedPairs<T extends Item>(
  before: readonly T[],
  after: readonly T[],
  { base, head, renamed }: Comparison,
): ChangedPair<T>[] {
  const names = { base: fileNames(base), head: fileNames(head) };
  const sideOf = new Set<T>(before);
  const fileOf = (item: T): string => names[sideOf.has(item) ? 'base' : 'head'](item);
  const changed = pairItems(before, after, { fileOf, renamed }).filter(
    ({ before: was, after: is }) => !was || !is || !isSame(was, is, fileOf),
  );
  return changed
    .map((pair) => ({ pair, change: itemChange(pair, base, head) }))
    .sort((a, b) => order(a.change) - order(b.change) || (a.change.item.key < b.change.item.key ? -1 : 1));
}

function order({ change }: ItemChange): number {
  return ['removed', 'added', 'changed'].indexOf(change);
}

function isSame<T extends Item>(before: T, after: T, fileOf: (item: T) => string): boolean {
  return (
    before.blob === after.blob && fileOf(before) === fileOf(after) && standingOf(before) === standingOf(after)
  );
}

/** What of an item can differ while its own file does not: what it inherits, what its source or its tests make of it. */
function standingOf(item: Item): string {
  const { counts, countsNot } = countsOf(item);
  const own =
    item.kind === 'detection'
      ? [item.filters, item.passingTests.map(({ summary }) => summary), item.robustness?.rung]
      : [];
  return JSON.stringify([counts, countsNot, spokenFor(item), own]);
}

function itemChange<T extends Item>(
  { before, after, by }: Pair<T>,
  base: PlacedSide,
  head: PlacedSide,
): ItemChange {
  const [was, is] = [before && itemRef(before, base), after && itemRef(after, head)];
  const item = is ?? was;
  if (!item) throw new TypeError('A pair of nothing');
  return {
    id: `${item.kind}:${item.key}${is ? '' : '@base'}`,
    change: was && is ? 'changed' : is ? 'added' : 'removed',
    item,
    ...(was && is && { before: was }),
    ...(by && { pairedBy: by }),
    techniques: { before: before ? spokenFor(before) : [], after: after ? spokenFor(after) : [] },
  };
}

/** An item as a review names it. */
export function itemRef(item: Item, { side, placeOf }: PlacedSide): ItemRef {
  const { kind, key, id, title, source, path, permalink } = item;
  const { counts, countsNot } = countsOf(item);
  return {
    kind,
    key,
    ...(id !== undefined && { id }),
    title,
    side,
    ...placeOf(source, path, item.kind === 'detection' ? item.lines.from : 1),
    page: pageOf(item),
    ...(permalink !== undefined && { permalink }),
    counts,
    ...(countsNot !== undefined && { countsNot }),
  };
}

/** Path of an item's page from the root of the site. */
export function pageOf(item: Item): string {
  if (item.kind === 'detection') return detectionPath(item);
  return item.kind === 'playbook' ? playbookPath(item) : exercisePath(item);
}

function countsOf(item: Item): { counts: boolean; countsNot: string | undefined } {
  if (item.kind === 'detection') return { counts: item.counts, countsNot: item.countsNot };
  if (item.kind === 'playbook') return { counts: item.current, countsNot: item.currentNot };
  return { counts: true, countsNot: undefined };
}

/** Active technique ids an item speaks for, sorted. */
export function spokenFor(item: Item): string[] {
  return [...techniquesSpokenFor(mappingsOf(item))].sort();
}

function mappingsOf(item: Item): readonly Mapping[] {
  return item.kind === 'exercise' ? item.results.map(({ mapping }) => mapping) : item.mappings;
}
