import { z } from 'zod';
import { DECISION_STATES } from './decision.ts';

const text = z.string().trim().min(1);

/** One decision, in the config or in a file of decisions. */
export const decisionSchema = z.strictObject({
  techniques: z.union([z.array(text).min(1), text.transform((only) => [only])]).meta({
    description: 'ATT&CK ids; a technique takes its sub-techniques with it.',
    examples: [['T1200']],
  }),
  state: z.enum(DECISION_STATES).meta({
    description:
      'out-of-scope: it cannot happen here; accepted: it can, and somebody answers for not covering it.',
  }),
  reason: text.meta({ description: 'Why, in a sentence a new colleague understands.' }),
  owner: text
    .optional()
    .meta({ description: 'Team that answers for it.', examples: ['security-architecture'] }),
  decided: z.iso.date().optional().meta({ description: 'Day it was decided.' }),
  review: z.iso.date().optional().meta({ description: 'Day it must be looked at again.' }),
});

/** `content/decisions/*.yaml`. */
export const decisionsSchema = z.strictObject({
  $schema: z.string().optional(),
  decisions: z.array(decisionSchema).min(1).meta({ description: 'Techniques we do not cover.' }),
});

/** What people write in a file of decisions. */
export type UserDecisions = z.input<typeof decisionsSchema>;
