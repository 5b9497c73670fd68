import { isScalar, visit, type Document } from 'yaml';

/**
 * Where keys stand that their map has already, as offsets in the order of the text. The library compares every key of a map
 * with every other, which takes minutes for a map of tens of thousands; this looks each up.
 */
export function duplicateKeys(document: Document): number[] {
  const offsets: number[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) offsets.push(key.range?.[0] ?? 0);
        seen.add(key.value);
      }
    },
  });
  return offsets.sort((a, b) => a - b);
}
