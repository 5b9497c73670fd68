import { z } from 'zod';

const text = z.string().trim().min(1);

const weight = z.number().min(1).max(10);

const technique = text.meta({
  description: 'ATT&CK technique or sub-technique.',
  examples: ['T1566.004'],
});

/** One actor of a profile. */
export const actorSchema = z.strictObject({
  actor: text.meta({
    description: 'Group, campaign or software, by ATT&CK id, name or alias; or a name of your own.',
    examples: ['G0016'],
  }),
  weight: weight.default(1).meta({ description: 'How much the actor matters to you, 1 to 10.' }),
  reason: text.optional().meta({ description: 'Why it matters.' }),
  own: z.boolean().optional().meta({
    description: 'ATT&CK does not know this actor; the procedures of this profile say what it does.',
  }),
});

/** One thing that was done, and by whom where that is known. */
export const procedureSchema = z
  .strictObject({
    technique: technique.optional(),
    techniques: z.array(technique).min(1).optional().meta({
      description: 'Several techniques that one act was; instead of `technique`.',
    }),
    actor: text.optional().meta({
      description: 'Who did it: an actor of ATT&CK or of your own; leave it out where nobody knows.',
    }),
    text: text.optional().meta({ description: 'What was done, in a sentence or two.' }),
    reference: text.optional().meta({ description: 'Where it was reported: a title or an address.' }),
    date: z.iso.date().optional().meta({ description: 'Day it was done or reported.' }),
    weight: weight.optional().meta({
      description: 'How much it matters, 1 to 10; default: the weight of the actor, 1 without one.',
    }),
  })
  .refine(({ technique, techniques }) => technique !== undefined || techniques !== undefined, {
    message: 'Expected a `technique` or a list of `techniques`',
  });

/** A technique that matters whoever uses it. */
export const techniqueWeightSchema = z.strictObject({
  technique,
  weight: z.number().positive().default(1).meta({
    description: 'How much it matters, above 0, on the scale of the actors.',
  }),
});

/** A threat profile: the actors and techniques a team cares about, and what it has seen itself. */
export const threatProfileSchema = z.strictObject({
  $schema: z.string().optional(),
  id: text.optional().meta({ description: 'Short name of the profile; default: the file name.' }),
  title: text.optional().meta({ description: 'Title of the profile.' }),
  description: text.optional().meta({ description: 'Whom it is for and where it comes from.' }),
  default: z.boolean().optional().meta({
    description: 'The profile relevance, gaps and layers go by; default: the first the config names.',
  }),
  actors: z.array(actorSchema).default([]).meta({ description: 'Actors, in any order.' }),
  procedures: z
    .array(procedureSchema)
    .default([])
    .meta({ description: 'What was seen, by you or by somebody you trust.' }),
  techniques: z
    .array(techniqueWeightSchema)
    .default([])
    .meta({ description: 'Techniques that matter whoever uses them.' }),
});

/** What people write in a threat profile. */
export type UserThreatProfile = z.input<typeof threatProfileSchema>;
