import type { Detection } from '../detections/detection.ts';
import type { Exercise } from '../exercises/exercise.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import { mappingFindings } from './mapping-findings.ts';
import { resolveMapping } from '../mapping/resolve.ts';
import type { Ingredients } from './assemble.ts';
import type { PendingFinding } from './pending-finding.ts';
import { place } from './place.ts';
import { unknownDetections } from './references.ts';
import { slugs } from './slugs.ts';

/** Places and resolves the exercises of all sources; sorted by key. Adds what is wrong to `pending`. */
export function assembleExercises(
  ingredients: Ingredients,
  detections: readonly Detection[],
  playbooks: readonly Playbook[],
  pending: PendingFinding[],
): Exercise[] {
  const { knowledge, sources } = ingredients;
  const found = sources.flatMap((source) =>
    source.contents.flatMap(({ file, content }) =>
      content.exercises.map((draft, ordinal) => ({ source, file, draft, ordinal })),
    ),
  );
  const named = slugs(
    found.map(({ source, file, ordinal }) => ({ source: source.source.spec.name, path: file.path, ordinal })),
    new Set([...detections, ...playbooks].map(({ key }) => key)),
  );
  const exercises = found.map(({ source, file, draft }, index): Exercise => {
    const exercise: Exercise = {
      ...draft,
      ...place(source, file, named[index] ?? ''),
      kind: 'exercise',
      results: draft.results.map((result) => ({
        ...result,
        mapping: resolveMapping(result.mapping, knowledge),
        date: result.date ?? draft.date,
      })),
    };
    const mappings = mappingsToCheck(exercise);
    pending.push(...mappingFindings({ ...exercise, mappings, tactics: [] }, 0, ingredients));
    exercise.results.forEach((result, at) => {
      const pointer = ['results', at, 'detections'];
      pending.push(...unknownDetections(exercise, result.detections, pointer, detections, 'exercise'));
    });
    return exercise;
  });
  return exercises.sort((a, b) => (a.key < b.key ? -1 : 1));
}

/** An export is not mended line by line, so of each id it writes the first place is enough. */
function mappingsToCheck({ format, results }: Exercise): Mapping[] {
  const mappings = results.map(({ mapping }) => mapping);
  if (format === 'coverbook') return mappings;
  return [...new Map(mappings.toReversed().map((mapping) => [mapping.written, mapping])).values()].reverse();
}
