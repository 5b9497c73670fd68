import { z } from 'zod';
import { OUTCOMES } from './exercise.ts';

const text = z.string().trim().min(1);
const texts = z.union([z.array(text), text.transform((only) => [only])]);

const resultSchema = z.strictObject({
  technique: text.meta({
    description: 'ATT&CK technique or sub-technique that was executed.',
    examples: ['T1003.001'],
  }),
  test: text
    .optional()
    .meta({ description: 'Id of the test, for example the GUID of an Atomic Red Team test.' }),
  detections: texts.default([]).meta({ description: 'Ids of the detections that fired, or should have.' }),
  outcome: z.enum(OUTCOMES).meta({
    description:
      'detected: seen by a rule or a hunter; alerted: somebody was called; blocked: prevented; logged: only telemetry; missed: nothing at all; executed: it was run, what was seen is not recorded.',
  }),
  date: z.iso
    .date()
    .optional()
    .meta({ description: 'Day it was executed, when it differs from the exercise.' }),
  notes: text.optional().meta({ description: 'What was seen or missing.' }),
});

/** An exercise file of the team's own format. */
export const exerciseSchema = z.strictObject({
  $schema: z.string().optional(),
  id: text.optional().meta({ description: 'Id the team uses for the exercise.', examples: ['EX-2026-01'] }),
  title: text.optional().meta({ description: 'Title of the exercise.' }),
  exercise: text.optional().meta({ description: 'The same as title.' }),
  date: z.iso.date().meta({ description: 'Day it took place; its last day when it took several.' }),
  environment: text.optional().meta({ description: 'Where it took place.', examples: ['production', 'lab'] }),
  summary: text.optional().meta({ description: 'What it was about and what came out.' }),
  actors: texts.optional().meta({
    description: 'Actors that were emulated: groups, campaigns or software, by ATT&CK id or name.',
    examples: [['G1015']],
  }),
  results: z.array(resultSchema).default([]).meta({ description: 'One entry for each executed test.' }),
});

/** What people write in an exercise file. */
export type UserExercise = z.input<typeof exerciseSchema>;
