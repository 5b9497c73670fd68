import { parentId } from '../../attack/ids.ts';
import { PROVING } from '../../coverage/verdict.ts';
import type { Cause } from '../coverage-change.ts';
import type { ChangedPair, Item } from '../item-changes.ts';
import { spokenFor } from '../item-changes.ts';

/** What an item does for a technique, as far as a level or a score hangs on it. */
interface Weight {
  counts: boolean;
  /** Everything else that is weighed: status, tests, outcomes. */
  rest: string;
}

/** A cause with how much it matters: what came or went before what weighs another way. */
interface Ranked extends Cause {
  rank: number;
}

/** Changed items by the techniques they speak for on either side. */
export function pairsByTechnique(
  pairs: readonly ChangedPair<Item>[],
): ReadonlyMap<string, readonly ChangedPair<Item>[]> {
  const byTechnique = new Map<string, ChangedPair<Item>[]>();
  for (const pair of pairs) {
    const { before, after } = pair.change.techniques;
    for (const id of new Set([...before, ...after])) {
      const own = byTechnique.get(id);
      if (own) own.push(pair);
      else byTechnique.set(id, [pair]);
    }
  }
  return byTechnique;
}

/**
 * What of the changed items made a technique another, strongest first, its own before those of its sub-techniques.
 *
 * @param subtechniques Ids of its sub-techniques.
 */
export function itemCauses(
  technique: string,
  subtechniques: readonly string[],
  byTechnique: ReadonlyMap<string, readonly ChangedPair<Item>[]>,
): Cause[] {
  const told = new Set<string>();
  return [technique, ...subtechniques].flatMap((id) => {
    const causes = (byTechnique.get(id) ?? []).flatMap((pair) =>
      told.has(pair.change.id) ? [] : causeOf(pair, id, id !== technique),
    );
    for (const { change } of causes) if (change !== undefined) told.add(change);
    return causes
      .sort((a, b) => a.rank - b.rank)
      .map(({ change, text }) => ({ ...(change && { change }), text }));
  });
}

function causeOf({ pair, change }: ChangedPair<Item>, technique: string, isSub: boolean): Ranked[] {
  const was = pair.before && weightOf(pair.before, technique);
  const is = pair.after && weightOf(pair.after, technique);
  const before = was?.counts ?? false;
  const after = is?.counts ?? false;
  if ((!before && !after) || (before === after && was?.rest === is?.rest)) return [];
  const told = words(pair, technique, before, after);
  const about = isSub && parentId(technique) !== undefined ? `${told} (${technique})` : told;
  return [{ change: change.id, text: about, rank: before === after ? 1 : 0 }];
}

function words(
  { before, after }: ChangedPair<Item>['pair'],
  technique: string,
  was: boolean,
  is: boolean,
): string {
  const title = `“${(after ?? before)?.title ?? ''}”`;
  if (!after) return `${title} was removed${outcomeOf(before, technique)}`;
  if (!before) return `${title} was added${outcomeOf(after, technique)}`;
  if (after.kind === 'exercise') return `${title}: ${difference(before, after, technique)}`;
  const speaks = [before, after].map((item) => spokenFor(item).includes(technique));
  if (speaks[0] !== speaks[1])
    return speaks[1] ? `${title} is mapped to it now` : `${title} is mapped to it no more`;
  if (was !== is) return is ? `${title} counts now` : `${title} counts no more: ${whyNot(after)}`;
  return `${title}: ${difference(before, after, technique)}`;
}

/** `: detected`, of an exercise. */
function outcomeOf(item: Item | undefined, technique: string): string {
  return item?.kind === 'exercise' ? `: ${outcomes(item, technique)}` : '';
}

function whyNot(item: Item): string {
  if (item.kind === 'detection') return item.countsNot ?? 'it says so';
  return item.kind === 'playbook' ? (item.currentNot ?? 'it says so') : 'no result is left';
}

function difference(before: Item, after: Item, technique: string): string {
  if (before.kind === 'detection' && after.kind === 'detection') {
    if (before.passingTests.length === 0 && after.passingTests.length > 0) return 'a test passes now';
    if (before.passingTests.length > 0 && after.passingTests.length === 0) return 'no test passes any more';
    return `status ${before.status} → ${after.status}`;
  }
  if (before.kind === 'exercise' && after.kind === 'exercise') {
    const [was, is] = [outcomes(before, technique), outcomes(after, technique)];
    return was === is ? `dated ${before.date} → ${after.date}` : `${was || 'nothing'} → ${is || 'nothing'}`;
  }
  return 'weighs another way';
}

function weightOf(item: Item, technique: string): Weight {
  const speaks = spokenFor(item).includes(technique);
  switch (item.kind) {
    case 'detection':
      return {
        counts: speaks && item.counts,
        rest: `${item.status} ${item.passingTests.length > 0 ? 'tested' : ''}`,
      };
    case 'playbook':
      return { counts: speaks && item.current, rest: '' };
    case 'exercise':
      return {
        counts: speaks,
        rest: item.results
          .filter(({ mapping }) => mapping.resolved === technique)
          .map(({ date, outcome, selfAssessed }) => `${date} ${outcome} ${selfAssessed ?? ''}`)
          .join('\n'),
      };
  }
}

/** `missed`, `detected and missed`; those that decide first. */
function outcomes(item: Extract<Item, { kind: 'exercise' }>, technique: string): string {
  const all = item.results
    .filter(({ mapping }) => mapping.resolved === technique)
    .map(({ outcome }) => outcome);
  const decides = (outcome: (typeof all)[number]): number =>
    outcome === 'missed' ? 0 : PROVING.has(outcome) ? 1 : 2;
  return [...new Set(all)].sort((a, b) => decides(a) - decides(b)).join(' and ');
}
