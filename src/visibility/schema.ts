import { z } from 'zod';
import { DOMAINS } from '../attack/domain.ts';

const text = z.string().trim().min(1);
const oneOrMore = z.union([z.array(text).min(1), text.transform((only) => [only])]);

/** One collected log: it names a data component, several, or a log that ATT&CK knows. */
export const collectedLogSchema = z.strictObject({
  dataComponent: text.optional().meta({
    description: 'Data component of ATT&CK it gives, by name or id.',
    examples: ['Process Creation'],
  }),
  dataComponents: oneOrMore.optional().meta({
    description: 'Several of them.',
    examples: [['Process Creation', 'Process Access']],
  }),
  logSource: text.optional().meta({
    description:
      "The log itself. In ATT&CK's words and without a data component, it stands for all that ATT&CK's analytics read from it.",
    examples: ['WinEventLog:Sysmon'],
  }),
  platforms: oneOrMore.optional().meta({
    description:
      'Platforms it is collected on, as ATT&CK calls them. Default: those ATT&CK reads the log on; all for a log it does not know.',
    examples: [['Windows']],
  }),
  domains: z
    .union([z.array(z.enum(DOMAINS)).min(1), z.enum(DOMAINS).transform((only) => [only])])
    .optional()
    .meta({ description: 'Domains it speaks for; default: all. ICS has no platforms, so its logs need it.' }),
  quality: z
    .number()
    .int()
    .min(1)
    .max(5)
    .optional()
    .meta({ description: 'How good it is: 1 (poor) to 5 (excellent).' }),
  since: z.iso.date().optional().meta({ description: 'Day it is collected since.' }),
  notes: text.optional().meta({ description: 'What to know of it: gaps, retention, where it lies.' }),
});

/** `content/visibility.yaml`. */
export const visibilitySchema = z.strictObject({
  $schema: z.string().optional(),
  collected: z.array(collectedLogSchema).min(1).meta({ description: 'Logs we collect.' }),
});

/** What people write in a file of collected logs. */
export type UserVisibility = z.input<typeof visibilitySchema>;
