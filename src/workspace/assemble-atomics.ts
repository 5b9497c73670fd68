import type { AtomicTest } from '../exercises/atomic-test.ts';
import { resolveMapping } from '../mapping/resolve.ts';
import type { Ingredients } from './assemble.ts';
import { mappingFindings } from './mapping-findings.ts';
import type { PendingFinding } from './pending-finding.ts';

/** Places and resolves the catalogue of tests of all sources. Adds what is wrong to `pending`, once a file. */
export function assembleAtomics(ingredients: Ingredients, pending: PendingFinding[]): AtomicTest[] {
  const { knowledge, sources } = ingredients;
  const tests = sources.flatMap(({ source, contents }) =>
    contents.flatMap(({ file, content }) =>
      content.atomics.map((draft, index): AtomicTest => {
        const permalink = source.permalink(file.path, draft.lines);
        const place = { source: source.spec.name, path: file.path };
        const mapping = resolveMapping(draft.mapping, knowledge);
        if (index === 0) {
          pending.push(...mappingFindings({ ...place, mappings: [mapping], tactics: [] }, 0, ingredients));
        }
        return { ...draft, ...place, ...(permalink !== undefined && { permalink }), mapping };
      }),
    ),
  );
  return tests.sort(
    (a, b) =>
      compare(techniqueOf(a), techniqueOf(b)) ||
      compare(a.source, b.source) ||
      compare(a.path, b.path) ||
      a.ordinal - b.ordinal,
  );
}

function techniqueOf({ mapping }: AtomicTest): string {
  return mapping.resolved ?? mapping.id;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
