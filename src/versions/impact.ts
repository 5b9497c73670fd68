import { attackChanges } from '../attack/changes.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { byCodeUnit } from '../attack/order.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { named } from './full-name.ts';
import { newTechniques } from './new-techniques.ts';
import { changedTacticNames, lostAndGained, tacticMoves } from './tactic-moves.ts';
import { declaredIds, distinctItems } from './touched-items.ts';
import type { OutdatedId, TouchedItem, VersionImpact } from './version-impact.ts';

/**
 * What the step from one version of a domain to another does to what a workspace declares. Pure; it does not matter
 * which version the workspace was loaded under.
 */
export function versionImpact(workspace: Workspace, from: KnowledgeBase, to: KnowledgeBase): VersionImpact {
  const changes = attackChanges(from.facts, to.facts);
  const declared = declaredIds(workspace, to.domain, [from, to]);
  const impact: VersionImpact = {
    schemaVersion: 1,
    domain: to.domain,
    from: from.version,
    to: to.version,
    items: distinctItems(declared.techniques.values()).length,
    touched: 0,
    revoked: [],
    deprecated: [],
    unknown: [],
    known: [],
    tactics: [],
    tacticNames: changedTacticNames(changes, declared),
    renamed: [],
    added: newTechniques(changes, workspace, declared, to),
  };
  const byId = [...declared.techniques].sort(([a], [b]) => byCodeUnit(a, b));
  for (const [id, items] of byId) addFate(impact, id, distinctItems([items]), from, to);
  const used = usedTechniques(byId, from);
  impact.tactics = tacticMoves(changes, used, [from, to]);
  impact.renamed = changes.renamed.flatMap((rename) => {
    const items = used.get(rename.id);
    return items ? [{ ...rename, items: distinctItems([items]) }] : [];
  });
  const { revoked, deprecated, unknown, known, renamed, tactics, tacticNames } = impact;
  const lists = [
    revoked,
    deprecated,
    unknown,
    known,
    renamed,
    tacticNames,
    tactics.flatMap((move) => move.techniques),
  ];
  impact.touched = distinctItems(lists.flat().map(({ items }) => items)).length;
  return impact;
}

/** What became of one id that items declare. */
function addFate(
  impact: VersionImpact,
  id: string,
  items: TouchedItem[],
  from: KnowledgeBase,
  to: KnowledgeBase,
): void {
  const [before, after] = [from.resolve(id), to.resolve(id)];
  const outdated: OutdatedId = {
    ...named(id, from.technique(id) ? from : to),
    before: before.state,
    items,
  };
  switch (after.state) {
    case 'active':
      if (before.state === 'unknown') impact.known.push({ ...named(id, to), items });
      break;
    case 'revoked':
      impact.revoked.push({
        ...outdated,
        by: named(after.id, to),
        ...lostAndGained(
          [('id' in before ? from.technique(before.id)?.tactics : undefined) ?? [], from],
          [to.technique(after.id)?.tactics ?? [], to],
        ),
      });
      break;
    default:
      impact[after.state].push(outdated);
  }
}

/** Technique → items, each id followed to where it leads in the old version. */
function usedTechniques(
  declared: readonly (readonly [string, readonly TouchedItem[]])[],
  from: KnowledgeBase,
): Map<string, TouchedItem[]> {
  const used = new Map<string, TouchedItem[]>();
  for (const [id, items] of declared) {
    const resolution = from.resolve(id);
    if ('id' in resolution) used.set(resolution.id, [...(used.get(resolution.id) ?? []), ...items]);
  }
  return used;
}
