import type { Exercise, ExerciseResult } from '../exercises/exercise.ts';
import { fileNames, type Comparison } from './comparison.ts';
import { listDifference } from './differences/list.ts';
import { textDifference } from './differences/text.ts';
import { valueDifference } from './differences/value.ts';
import type { ExerciseChange } from './exercise-change.ts';
import { changedPairs, type ChangedPair } from './item-changes.ts';

export interface ExerciseComparison {
  exercises: ExerciseChange[];
  pairs: ChangedPair<Exercise>[];
  unread: number;
}

/** Exercises that came, went or have other results. */
export function compareExercises(comparison: Comparison): ExerciseComparison {
  const { base, head } = comparison;
  const pairs = changedPairs(base.workspace.exercises, head.workspace.exercises, comparison);
  const [fileBefore, fileAfter] = [fileNames(base), fileNames(head)];
  const told = pairs.map(({ pair: { before, after }, change }): ExerciseChange => ({
    ...change,
    results: resultChanges(before?.results ?? [], after?.results ?? []),
    fields:
      before && after
        ? [
            ...valueDifference('title', before.title, after.title),
            ...valueDifference('date', before.date, after.date),
            ...valueDifference('environment', before.environment, after.environment),
            ...listDifference('actors', before.actors ?? [], after.actors ?? []),
            ...textDifference('summary', 'words', before.summary, after.summary),
            ...valueDifference('file', fileBefore(before), fileAfter(after)),
          ]
        : [],
  }));
  const exercises = told.filter(
    ({ change, results, fields }) => change !== 'changed' || results.length + fields.length > 0,
  );
  return { exercises, pairs, unread: told.length - exercises.length };
}

/** Results are known again by what was run where; of several alike, by their order. */
function resultChanges(
  before: readonly ExerciseResult[],
  after: readonly ExerciseResult[],
): ExerciseChange['results'] {
  const left = Map.groupBy(before, nameOf);
  const changes: ExerciseChange['results'] = after.flatMap((result) => {
    const old = left.get(nameOf(result))?.shift();
    return old?.outcome === result.outcome ? [] : [resultChange(result, old, result)];
  });
  const gone = [...left.values()].flat().map((result) => resultChange(result, result, undefined));
  return [...changes, ...gone];
}

function resultChange(
  { mapping, name, test }: ExerciseResult,
  before: ExerciseResult | undefined,
  after: ExerciseResult | undefined,
): ExerciseChange['results'][number] {
  const procedure = name ?? test;
  return {
    technique: mapping.id,
    ...(procedure !== undefined && { procedure }),
    ...(before && { before: before.outcome }),
    ...(after && { after: after.outcome }),
  };
}

function nameOf({ mapping, test, name, target }: ExerciseResult): string {
  return JSON.stringify([mapping.id, test, name, target]);
}
