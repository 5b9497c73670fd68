import type { Mapping, Pointer } from './mapping.ts';

/** An entry of a technique with the entries that stand inside it, as Elastic writes sub-techniques. */
export interface TechniqueTree {
  technique: Mapping;
  subtechniques: Mapping[];
}

/** The trees among mappings: those whose entry (`…technique[1]` of `…technique[1].id`) holds the entries of others. */
export function techniqueTrees(mappings: readonly Mapping[]): TechniqueTree[] {
  const trees = new Map<string, TechniqueTree>();
  for (const mapping of mappings) {
    const entry = entryOf(mapping.pointer);
    if (entry) trees.set(JSON.stringify(entry), { technique: mapping, subtechniques: [] });
  }
  for (const mapping of mappings) {
    const entry = entryOf(mapping.pointer);
    // From `…technique[1].subtechnique[0]` up to `…technique[1]`.
    if (entry) trees.get(JSON.stringify(entry.slice(0, -2)))?.subtechniques.push(mapping);
  }
  return [...trees.values()].filter(({ subtechniques }) => subtechniques.length > 0);
}

/** The list item a value stands in under a key of its own; undefined where the item is the value. */
function entryOf(pointer: Pointer): Pointer | undefined {
  return typeof pointer.at(-1) === 'string' && typeof pointer.at(-2) === 'number'
    ? pointer.slice(0, -1)
    : undefined;
}
