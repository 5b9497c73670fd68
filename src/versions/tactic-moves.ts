import type { AttackChanges } from '../attack/changes.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { tacticKey } from '../attack/tactic-aliases.ts';
import { named, tacticNames } from './full-name.ts';
import { distinctItems, type DeclaredIds } from './touched-items.ts';
import type { TacticMove, TouchedItem, VersionImpact } from './version-impact.ts';

/** Names of tactics one side has and the other has not. */
export function lostAndGained(
  [before, from]: readonly [readonly string[], KnowledgeBase],
  [after, to]: readonly [readonly string[], KnowledgeBase],
): Pick<TacticMove, 'lost' | 'gained'> {
  return {
    lost: tacticNames(
      before.filter((shortname) => !after.includes(shortname)),
      from,
    ),
    gained: tacticNames(
      after.filter((shortname) => !before.includes(shortname)),
      to,
    ),
  };
}

/**
 * Techniques in use that changed tactics, by what they lost and gained; those that only follow a rename come last.
 *
 * @param used Technique → the items mapped to it in the old version.
 */
export function tacticMoves(
  changes: AttackChanges,
  used: ReadonlyMap<string, readonly TouchedItem[]>,
  [from, to]: readonly [KnowledgeBase, KnowledgeBase],
): TacticMove[] {
  const moves = new Map<string, TacticMove>();
  for (const { id, from: before, to: after, beyondRename } of changes.tacticChanged) {
    const items = used.get(id);
    if (!items) continue;
    const between = lostAndGained([before, from], [after, to]);
    const key = JSON.stringify(between);
    const move = moves.get(key) ?? { ...between, isRename: !beyondRename, techniques: [] };
    moves.set(key, move);
    move.techniques.push({ ...named(id, to), items: distinctItems([items]) });
  }
  const all = [...moves.values()];
  return [...all.filter(({ isRename }) => !isRename), ...all.filter(({ isRename }) => isRename)];
}

/** Tactics items name as the old version did and the new one does not. */
export function changedTacticNames(
  { tactics }: AttackChanges,
  declared: DeclaredIds,
): VersionImpact['tacticNames'] {
  return tactics.renamed.flatMap(({ id, from, to }) => {
    const old = new Set([tacticKey(from.shortname), tacticKey(from.name)]);
    const lists = [...declared.tactics].filter(([written]) => old.has(tacticKey(written)));
    const items = distinctItems(lists.map(([, list]) => list));
    return items.length === 0 ? [] : [{ id, from: from.name, to: to.name, items }];
  });
}
