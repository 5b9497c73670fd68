import type { Technique } from './facts.ts';

type Finder = (key: string) => { id: string | undefined } | undefined;

/**
 * Finds technique ids by name, ignoring case. A sub-technique answers to `Parent: Name` and, where no other bears it,
 * to its name alone; names of techniques ATT&CK gave up are known as long as no active one bears them.
 */
export function techniqueFinder(techniques: readonly Technique[]): (name: string) => string | undefined {
  const byId = new Map(techniques.map((technique) => [technique.id, technique]));
  const active = finderOf(
    techniques.filter(({ state }) => state === 'active'),
    byId,
  );
  const former = finderOf(
    techniques.filter(({ state }) => state !== 'active'),
    byId,
  );
  return (name) => {
    const key = keyOf(name);
    return (active(key) ?? former(key))?.id;
  };
}

/** A name several techniques share is known and leads nowhere. */
function finderOf(techniques: readonly Technique[], byId: ReadonlyMap<string, Technique>): Finder {
  const full = new Map<string, string | undefined>();
  const short = new Map<string, string | undefined>();
  const add = (names: Map<string, string | undefined>, name: string, id: string): void => {
    const key = keyOf(name);
    names.set(key, names.has(key) ? undefined : id);
  };
  for (const { id, name, parent } of techniques) {
    const parentName = parent === undefined ? undefined : byId.get(parent)?.name;
    if (parentName === undefined) add(full, name, id);
    else {
      add(full, `${parentName}: ${name}`, id);
      add(short, name, id);
    }
  }
  return (key) => {
    const names = full.has(key) ? full : short;
    return names.has(key) ? { id: names.get(key) } : undefined;
  };
}

/** `Adversary-in-the-Middle`, `adversary_in_the_middle` and `adversary.in.the.middle` are one name. */
function keyOf(name: string): string {
  return name
    .replaceAll(/[\s._-]+/g, ' ')
    .trim()
    .toLowerCase();
}
