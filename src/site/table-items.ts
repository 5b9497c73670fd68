import type { Mapping } from '../mapping/mapping.ts';
import { techniquePath } from '../output/paths.ts';
import type { OrderedItem } from '../tables/build-table.ts';
import { techniqueEntry } from './lookups.ts';

/** Techniques a rule or a playbook speaks for, each with its level and page; what ATT&CK does not know, as written. */
export function techniqueItems(mappings: readonly Mapping[]): OrderedItem[] {
  // The way to a sub-technique says nothing of its own.
  return mappings
    .filter(({ path }) => !path)
    .map(({ resolved, id }) => {
      const entry = resolved === undefined ? undefined : techniqueEntry(resolved);
      if (!entry) return { text: resolved ?? id, unknown: true };
      const { technique, assessment } = entry;
      return { text: technique.id, path: techniquePath(technique.id), level: assessment.level };
    });
}
