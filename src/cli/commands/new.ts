import type { AddCommand } from '../program.ts';
import { addNewDetection } from './new-detection.ts';
import { addNewExercise } from './new-exercise.ts';
import { addNewPlaybook } from './new-playbook.ts';

/** `coverbook new playbook|detection|exercise`: files to go on from, with what is known filled in. */
export const addNew: AddCommand = (program, io, exit) => {
  const group = program
    .command('new')
    .description('write a playbook, a detection or an exercise with what is known filled in');
  for (const add of [addNewPlaybook, addNewDetection, addNewExercise]) add(group, io, exit);
};
