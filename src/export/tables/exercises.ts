import { windowStart } from '../../coverage/results.ts';
import type { Exercise, ExerciseResult } from '../../exercises/exercise.ts';
import { absoluteUrl, exercisePath } from '../../output/paths.ts';
import type { Config } from '../../workspace/config.ts';
import type { TableDefinition } from './export-input.ts';
import { date, flag, list, number, text, url } from './columns.ts';
import { tableOf, type ColumnOf } from './table.ts';

interface Row {
  exercise: Exercise;
  result: ExerciseResult;
  /** ISO date the proof window starts on. */
  proofStart: string;
  config: Config;
}

const COLUMNS: readonly ColumnOf<Row>[] = [
  text('exercise', 'Exercise', 36, ({ exercise }) => exercise.title, 'page'),
  date('date', 'Date', 12, ({ result }) => result.date),
  text('technique', 'Technique', 12, ({ result }) => result.mapping.resolved),
  text('written', 'As written', 14, ({ result }) => result.mapping.written),
  text('outcome', 'Outcome', 11, ({ result }) => result.outcome),
  flag('inWindow', 'In the proof window', 11, ({ result, proofStart }) => result.date >= proofStart),
  flag('selfAssessed', 'Self-assessed', 13, ({ result }) => result.selfAssessed ?? false),
  text('name', 'What was run', 36, ({ result }) => result.name),
  text('test', 'Test', 38, ({ result }) => result.test),
  number('times', 'Times', 8, ({ result }) => result.times ?? 1),
  text('target', 'Where', 18, ({ result }) => result.target),
  list('detections', 'Detections named', 36, ({ result }) => result.detections),
  text('notes', 'Notes', 50, ({ result }) => result.notes),
  text('environment', 'Environment', 18, ({ exercise }) => exercise.environment),
  text('format', 'Format', 14, ({ exercise }) => exercise.format),
  text('source', 'Source', 14, ({ exercise }) => exercise.source),
  text('path', 'File', 36, ({ exercise }) => exercise.path, 'permalink'),
  text('key', 'Key', 30, ({ exercise }) => exercise.key),
  url('page', 'Page', 40, ({ exercise, config }) => absoluteUrl(config, exercisePath(exercise))),
  url('permalink', 'File address', 40, ({ exercise }) => exercise.permalink),
];

/** One row a result, in the order of the exercises. */
export const exercisesTable: TableDefinition = {
  id: 'exercises',
  title: 'Exercises',
  build({ workspace: { config, exercises, now } }) {
    const proofStart = windowStart(now, config.coverage.proofWindow);
    return tableOf(
      exercisesTable,
      COLUMNS,
      exercises.flatMap((exercise) =>
        exercise.results.map((result) => ({ exercise, result, proofStart, config })),
      ),
    );
  },
};
