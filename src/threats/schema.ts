import { z } from 'zod';

const text = z.string().trim().min(1);

const actorSchema = z.strictObject({
  actor: text.meta({
    description: 'Group, campaign or software, by ATT&CK id, name or alias.',
    examples: ['G0016'],
  }),
  weight: z
    .number()
    .min(1)
    .max(10)
    .default(1)
    .meta({ description: 'How much the actor matters to you, 1 to 10.' }),
  reason: text.optional().meta({ description: 'Why it matters.' }),
});

/** A threat profile: the actors a team cares about. */
export const threatProfileSchema = z.strictObject({
  $schema: z.string().optional(),
  id: text.optional().meta({ description: 'Short name of the profile; default: the file name.' }),
  title: text.optional().meta({ description: 'Title of the profile.' }),
  description: text.optional().meta({ description: 'Whom it is for and where it comes from.' }),
  actors: z.array(actorSchema).default([]).meta({ description: 'Actors, in any order.' }),
});

/** What people write in a threat profile. */
export type UserThreatProfile = z.input<typeof threatProfileSchema>;
