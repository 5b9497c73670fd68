import type { Technique } from './facts.ts';

/**
 * Finds technique ids by name, ignoring case. A sub-technique answers to `Parent: Name` and, where no other bears it,
 * to its name alone; names of revoked techniques are known as long as no active one took them.
 */
export function techniqueFinder(techniques: readonly Technique[]): (name: string) => string | undefined {
  const byId = new Map(techniques.map((technique) => [technique.id, technique]));
  const full = new Map<string, string>();
  const short = new Map<string, string | undefined>();
  const inOrder = [
    ...techniques.filter(({ state }) => state === 'active'),
    ...techniques.filter(({ state }) => state !== 'active'),
  ];
  for (const { id, name, parent, state } of inOrder) {
    const parentName = parent === undefined ? undefined : byId.get(parent)?.name;
    const fullName = keyOf(parentName === undefined ? name : `${parentName}: ${name}`);
    if (!full.has(fullName)) full.set(fullName, id);
    if (parentName === undefined) continue;
    if (!short.has(keyOf(name))) short.set(keyOf(name), id);
    else if (state === 'active') short.set(keyOf(name), undefined);
  }
  return (name) => full.get(keyOf(name)) ?? short.get(keyOf(name));
}

function keyOf(name: string): string {
  return name.trim().replaceAll(/\s+/g, ' ').toLowerCase();
}
