import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { byCodeUnit } from '../attack/order.ts';
import type { Assessment } from '../coverage/assessment.ts';
import type { Source } from '../sources/source.ts';
import { packIndexes } from './indexes.ts';
import type { Facet, FacetOption } from './matrix-data.ts';

/** What techniques can be narrowed by, and which have it: only values something has. */
export function facetsOf(
  assessments: readonly Assessment[],
  knowledge: Pick<KnowledgeBase, 'technique'>,
  sources: readonly Source[],
): Record<Facet, FacetOption[]> {
  const roles = new Map(sources.map(({ spec }) => [spec.name, spec.role]));
  return {
    platform: facet(assessments, ({ technique }) => knowledge.technique(technique)?.platforms ?? []),
    source: facet(assessments, sourcesOf, (name) => `${name} (${roles.get(name) ?? 'gone'})`),
    log: facet(assessments, ({ detections }) => detections.flatMap(({ logSources }) => logSources)),
    status: facet(assessments, ({ detections, notCounting }) =>
      [...detections, ...notCounting].map(({ status }) => status),
    ),
  };
}

/** Sources with anything for exactly that technique, whether it counts or not. */
function sourcesOf({ detections, notCounting, library, playbooks, libraryPlaybooks }: Assessment): string[] {
  return [...detections, ...notCounting, ...library, ...playbooks, ...libraryPlaybooks].map(
    ({ source }) => source,
  );
}

function facet(
  assessments: readonly Assessment[],
  valuesOf: (assessment: Assessment) => readonly string[],
  labelOf: (value: string) => string = (value) => value,
): FacetOption[] {
  const techniques = new Map<string, Set<number>>();
  assessments.forEach((assessment, index) => {
    for (const value of valuesOf(assessment)) {
      const known = techniques.get(value);
      if (known) known.add(index);
      else techniques.set(value, new Set([index]));
    }
  });
  return [...techniques]
    .sort(([a], [b]) => byCodeUnit(a, b))
    .map(([value, indexes]) => ({ value, label: labelOf(value), techniques: packIndexes(indexes) }));
}
