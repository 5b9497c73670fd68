import type { AttackFacts, Tactic, Technique } from './facts.ts';
import { byCodeUnit } from './order.ts';
import { resolveTechnique } from './resolve.ts';

export interface TacticChange {
  /** `T1112` */
  id: string;
  /** Shortnames in matrix order. */
  from: string[];
  to: string[];
  /** Whether it is more than tactics under new names. */
  beyondRename: boolean;
}

type TacticName = Pick<Tactic, 'shortname' | 'name'>;

/** What became of the techniques and tactics of one domain from one version to another. Ids are sorted. */
export interface AttackChanges {
  /** Active there and not before. */
  added: string[];
  /** Active before; `by` is the active one at the end of its revoked-by chain. */
  revoked: { id: string; by: string }[];
  /** Active before, given up without an active successor. */
  deprecated: string[];
  /** Active before, and not even mentioned any more; so it is with a step back to an older version. */
  removed: string[];
  /** Active on both sides, as are those below. */
  renamed: { id: string; from: string; to: string }[];
  tacticChanged: TacticChange[];
  /** Platforms sorted. */
  platformsChanged: { id: string; from: string[]; to: string[] }[];
  tactics: {
    added: Tactic[];
    removed: Tactic[];
    renamed: { id: string; from: TacticName; to: TacticName }[];
  };
}

/** Compares two versions of one domain. */
export function attackChanges(before: AttackFacts, after: AttackFacts): AttackChanges {
  const then = byId(before.techniques);
  const now = byId(after.techniques);
  const changes: AttackChanges = {
    added: after.techniques.filter(isActive).flatMap(({ id }) => (isActive(then.get(id)) ? [] : [id])),
    revoked: [],
    deprecated: [],
    removed: [],
    renamed: [],
    tacticChanged: [],
    platformsChanged: [],
    tactics: tacticChanges(before.tactics, after.tactics),
  };
  for (const old of before.techniques.filter(isActive)) {
    const { id } = old;
    const current = now.get(id);
    if (current && isActive(current)) {
      compare(old, current, changes);
      continue;
    }
    const fate = resolveTechnique(id, now);
    if (fate.state === 'revoked') changes.revoked.push({ id, by: fate.id });
    else changes[fate.state === 'unknown' ? 'removed' : 'deprecated'].push(id);
  }
  return changes;
}

function compare(old: Technique, current: Technique, changes: AttackChanges): void {
  const { id } = old;
  if (old.name !== current.name) changes.renamed.push({ id, from: old.name, to: current.name });
  if (!isSameSet(old.tactics, current.tactics)) {
    const names = new Map(changes.tactics.renamed.map(({ from, to }) => [from.shortname, to.shortname]));
    const renamed = old.tactics.map((tactic) => names.get(tactic) ?? tactic);
    changes.tacticChanged.push({
      id,
      from: old.tactics,
      to: current.tactics,
      beyondRename: !isSameSet(renamed, current.tactics),
    });
  }
  const [from, to] = [old.platforms.toSorted(byCodeUnit), current.platforms.toSorted(byCodeUnit)];
  if (!isSameSet(from, to)) changes.platformsChanged.push({ id, from, to });
}

function tacticChanges(before: readonly Tactic[], after: readonly Tactic[]): AttackChanges['tactics'] {
  const then = byId(before);
  const now = byId(after);
  return {
    added: after.filter(({ id }) => !then.has(id)),
    removed: before.filter(({ id }) => !now.has(id)),
    renamed: before.flatMap((old) => {
      const current = now.get(old.id);
      if (!current || (old.shortname === current.shortname && old.name === current.name)) return [];
      return [{ id: old.id, from: nameOf(old), to: nameOf(current) }];
    }),
  };
}

function nameOf({ shortname, name }: Tactic): TacticName {
  return { shortname, name };
}

function byId<T extends { id: string }>(objects: readonly T[]): Map<string, T> {
  return new Map(objects.map((object) => [object.id, object]));
}

function isActive(technique: Technique | undefined): boolean {
  return technique?.state === 'active';
}

function isSameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((item) => b.includes(item));
}
