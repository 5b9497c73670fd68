import { exercisePath } from '../../output/paths.ts';
import { count } from '../../site/wording.ts';
import { mappedTechniques, sentences, unique, type RecordBuilder } from '../context.ts';
import { fileStem } from '../file-stem.ts';

export const exerciseRecords: RecordBuilder = ({ workspace }, context) =>
  workspace.exercises.map((exercise) => {
    const { id, title, date, environment, summary, source, results } = exercise;
    const techniques = mappedTechniques(results.map(({ mapping }) => mapping));
    return {
      type: 'exercise',
      path: exercisePath(exercise),
      title,
      keys: unique([...(id === undefined ? [] : [id]), fileStem(exercise.path)]),
      aliases: [],
      line: `${date} · ${count(results.length, 'result')}`,
      text: sentences(
        summary?.slice(0, 400),
        environment,
        techniques.map((technique) => `${technique} ${context.techniqueName(technique) ?? ''}`),
        unique(
          results.flatMap(({ name, test }) => [name ?? '', test ?? '']).filter((text) => text !== ''),
        ).slice(0, 60),
      ),
      filters: {
        tactic: context.tacticsOf(techniques),
        source: [source],
        actor: context.actorsUsing(techniques),
      },
    };
  });
