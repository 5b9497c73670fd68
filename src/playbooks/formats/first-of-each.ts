import type { MappingDraft, TacticMappingDraft } from '../../mapping/mapping.ts';

/** Each technique once, where it is written first. */
export function firstOfEach(mappings: readonly MappingDraft[]): MappingDraft[] {
  return distinct(mappings, ({ id }) => id);
}

/** Each tactic once, where it is written first. */
export function firstOfEachTactic(tactics: readonly TacticMappingDraft[]): TacticMappingDraft[] {
  return distinct(tactics, ({ written }) => written);
}

function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const byKey = new Map<string, T>();
  for (const item of items) if (!byKey.has(keyOf(item))) byKey.set(keyOf(item), item);
  return [...byKey.values()];
}
