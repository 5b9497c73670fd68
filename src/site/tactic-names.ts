import type { Detection } from '../detections/detection.ts';
import type { OrderedItem } from '../tables/build-table.ts';
import { techniqueEntry } from './lookups.ts';
import { siteModel } from './model.ts';

/** The tactics a rule names, or, where it names none, those of its techniques; in the order of the matrix. */
export function tacticNames({ tactics, mappings }: Pick<Detection, 'tactics' | 'mappings'>): OrderedItem[] {
  const named = tactics.flatMap(({ shortname }) => shortname ?? []);
  const wanted = new Set(
    named.length > 0
      ? named
      : mappings.flatMap(({ resolved }) =>
          resolved === undefined ? [] : (techniqueEntry(resolved)?.technique.tactics ?? []),
        ),
  );
  const found = new Map<string, OrderedItem>();
  for (const { tactics: known } of siteModel().workspace.knowledge.values()) {
    for (const [order, { shortname, name }] of known.entries())
      if (wanted.has(shortname) && !found.has(name)) found.set(name, { text: name, order });
  }
  return [...found.values()];
}
