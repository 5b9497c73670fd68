import { joinArray, numberPart, textPart } from './cbor-array.ts';
import { filterOf, type PartFiles } from './index-part.ts';
import { unpack } from './packed.ts';

/** What of a part has a say in the filters of all. */
export interface FiltersOfPart {
  files: PartFiles;
  /** The number of each of its records among all, in order. */
  records: readonly number[];
  contents: { filters: readonly string[] };
}

/** The filters of all parts, in order, each as its file is to hold it. */
export function mergeFilters(parts: readonly FiltersOfPart[]): { name: string; body: Uint8Array }[] {
  const filters = new Map<string, Map<string, number[]>>();
  for (const { contents, records, files } of parts)
    for (const file of contents.filters) {
      const content = files.get(`filter/${file}.pf_filter`);
      if (!content) throw new Error('Unexpected search index, expected each file it names');
      const { name, values } = filterOf(unpack(content));
      const merged = filters.get(name) ?? new Map<string, number[]>();
      filters.set(name, merged);
      for (const [value, pages] of values) {
        const among = pages.map((page) => records[page] ?? 0);
        merged.set(value, [...(merged.get(value) ?? []), ...among]);
      }
    }
  return [...filters].sort(byName).map(([name, values]) => ({
    name,
    body: joinArray([
      textPart(name),
      joinArray(
        [...values]
          .sort(byName)
          .map(([value, pages]) =>
            joinArray([textPart(value), joinArray(pages.sort((a, b) => a - b).map(numberPart))]),
          ),
      ),
    ]),
  }));
}

function byName([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number {
  return a < b ? -1 : 1;
}
