import type { Mapping } from '../../mapping/mapping.ts';

/** Active technique ids an item is mapped to, each once, sorted. A parent that only leads to its sub-technique is none. */
export function resolvedIds(mappings: readonly Mapping[]): string[] {
  const ids = mappings.filter(({ path }) => !path).flatMap(({ resolved }) => resolved ?? []);
  return [...new Set(ids)].sort();
}

/** What the author wrote, each once, in order. */
export function writtenIds(mappings: readonly Mapping[]): string[] {
  return [...new Set(mappings.map(({ written }) => written))];
}
