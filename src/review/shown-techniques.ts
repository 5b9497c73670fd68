import type { Mapping } from '../mapping/mapping.ts';

/**
 * Technique ids an item speaks for as they are told, sorted: declared and inherited ones, never a parent that is only
 * the way to a sub-technique. A revoked one names what it stands for.
 */
export function shownTechniques({ mappings }: { mappings: readonly Mapping[] }): string[] {
  const shown = mappings
    .filter(({ provenance, path }) => provenance !== 'inferred' && !path)
    .map(({ id, resolved, state }) => {
      if (state === 'active') return id;
      return resolved === undefined || resolved === id ? `${id} (${state})` : `${id} (${state}, ${resolved})`;
    });
  return [...new Set(shown)].sort();
}
