import { basename, extname } from 'node:path/posix';
import { locateYaml } from '../../documents/locate-yaml.ts';
import { readLeniently, schemaFindings } from '../../findings/schema-findings.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import type { ExerciseDraft } from '../exercise.ts';
import { exerciseSchema } from '../schema.ts';
import { exerciseFiles, isExercise } from './coverbook-recognition.ts';

/** The team's own exercises: YAML with `results` that name a technique and an outcome. */
export const coverbookExercises: Reader = {
  ...exerciseFiles,

  read(file) {
    const exercises: ExerciseDraft[] = [];
    const findings = file.documents.filter(isExercise).flatMap((document) => {
      const { value, issues } = readLeniently(exerciseSchema, document.data);
      const stem = basename(file.path, extname(file.path));
      const { id, date, environment, summary, actors } = value;
      if (date !== undefined) {
        exercises.push({
          format: 'coverbook',
          ...(id !== undefined && { id }),
          title: value.title ?? value.exercise ?? stem,
          date,
          ...(environment !== undefined && { environment }),
          ...(summary !== undefined && { summary }),
          ...(actors !== undefined && { actors }),
          results: (value.results ?? []).map(resultDraft),
        });
      }
      return schemaFindings('exercise', issues, (pointer) =>
        locateYaml(file.text, document.ordinal, pointer),
      );
    });
    return { exercises, findings };
  },

  locate: locateYaml,
};

type Result = NonNullable<ReturnType<typeof exerciseSchema.parse>['results']>[number];

function resultDraft({ technique, test, detections, outcome, date, notes }: Result, index: number) {
  return {
    mapping: declaredTechnique(technique, ['results', index, 'technique']),
    ...(test !== undefined && { test }),
    detections,
    outcome,
    ...(date !== undefined && { date }),
    ...(notes !== undefined && { notes }),
  };
}
