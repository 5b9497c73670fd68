import { correlate } from '../detections/correlate.ts';
import { countsNot } from '../detections/counts.ts';
import type { Detection, DetectionDraft } from '../detections/detection.ts';
import { inferMappings } from '../mapping/infer.ts';
import type { Mapping } from '../mapping/mapping.ts';
import { resolveMapping, resolveTactic } from '../mapping/resolve.ts';
import type { SourceFile } from '../sources/source.ts';
import type { Ingredients, ReadSource } from './assemble.ts';
import { mappingFindings } from './mapping-findings.ts';
import { judgeByTeam } from './judge-by-team.ts';
import { joinTests } from './join-tests.ts';
import type { PendingFinding } from './pending-finding.ts';
import { place } from './place.ts';
import { slugs } from './slugs.ts';

/** Places, resolves and connects the detections of all sources; sorted by key. Adds what is wrong to `pending`. */
export function assembleDetections(ingredients: Ingredients, pending: PendingFinding[]): Detection[] {
  const detections = ingredients.sources.flatMap((source) => ofSource(source, ingredients));
  const { detections: correlated, findings } = correlate(detections);
  pending.push(...findings);
  pending.push(
    ...correlated.flatMap((detection) => mappingFindings(detection, detection.ordinal, ingredients)),
  );
  const { detections: tested, pending: testFindings } = joinTests(correlated, ingredients.sources);
  pending.push(...testFindings);
  const { detections: judged, pending: overrideFindings } = judgeByTeam(tested, ingredients.config);
  pending.push(...overrideFindings);
  return judged.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** Where an author who maps nothing may still have named a technique. */
function proseOf({
  title,
  description,
  references,
  guide,
  falsePositives,
  tags,
  query,
}: DetectionDraft): string[] {
  return [
    title,
    description ?? '',
    ...references,
    guide ?? '',
    ...falsePositives,
    ...tags,
    // In a query only a comment is prose; a pattern may hold anything.
    ...(query?.match(/^[^\S\n\r\u2028\u2029]*(?:\/\/|--|#).*$/gm) ?? []),
  ];
}

function ofSource(source: ReadSource, { knowledge, config }: Ingredients): Detection[] {
  const drafts: { draft: DetectionDraft; file: SourceFile }[] = source.contents.flatMap(({ file, content }) =>
    content.detections.map((draft) => ({ draft, file })),
  );
  const named = slugs(
    drafts.map(({ draft, file }) => ({
      source: source.source.spec.name,
      path: file.path,
      ordinal: draft.ordinal,
    })),
  );
  return drafts.map(({ draft, file }, index) => {
    const not = countsNot(draft, source.source.spec.role, file.path);
    const mappings = draft.mappings.map((mapping) => resolveMapping(mapping, knowledge));
    return {
      ...draft,
      ...place(source, file, named[index] ?? '', draft.lines),
      kind: 'detection',
      mappings,
      tactics: draft.tactics.map((tactic) => resolveTactic(tactic, knowledge)),
      inferred: draft.mappings.length > 0 ? [] : inferMappings(proseOf(draft), knowledge),
      counts: not === undefined,
      ...(not !== undefined && { countsNot: not }),
      filters: [],
      passingTests: [],
      ...(config.pages.rules === 'by-technique' && { tableOf: tableOf(mappings) }),
    };
  });
}

/** The first technique a rule speaks for itself; one whose mapping is only the way to a sub-technique comes last. */
function tableOf(mappings: readonly Mapping[]): string {
  const resolved = mappings.filter((mapping) => mapping.resolved !== undefined);
  return (resolved.find(({ path }) => !path) ?? resolved[0])?.resolved ?? 'none';
}
