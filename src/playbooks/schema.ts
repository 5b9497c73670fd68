import { z } from 'zod';
import { DETECTION_SEVERITIES } from '../detections/detection.ts';
import { CADENCE_PATTERN, cadenceDays } from './cadence.ts';
import { RUN_OUTCOMES } from './playbook.ts';

const text = z.string().trim().min(1);

/** A list, or one text where there is only one. */
const texts = z.union([z.array(text), text.transform((only) => [only])]);

const date = z.iso.date();

const runSchema = z.strictObject({
  date: date.meta({ description: 'Day of the run.', examples: ['2026-05-31'] }),
  outcome: z.enum(RUN_OUTCOMES).meta({
    description:
      'nothing-found: it ran and saw nothing; findings: something worth mending; incident: an attack; inconclusive: data or time were missing.',
  }),
  findings: z.int().min(0).default(0).meta({ description: 'How many findings the run had.' }),
  notes: text.optional().meta({ description: 'What was learnt, in a sentence or two.' }),
});

/** Front matter of a playbook in the team's own format. Unknown keys are findings: a typo must not hide a fact. */
export const playbookSchema = z.strictObject({
  $schema: z.string().optional(),
  kind: z.enum(['playbook', 'hunt']).optional().meta({
    description: 'Says that it is a playbook; needed only where no other key does.',
  }),
  id: text.optional().meta({
    description: 'Id the team uses for the hunt; stable, unique.',
    examples: ['HUNT-0001'],
  }),
  title: text.meta({ description: 'Title of the playbook.' }),
  hypothesis: text.meta({
    description:
      'What an adversary may be doing and where it would show: a behaviour, in one or two sentences.',
  }),
  techniques: texts.default([]).meta({
    description: 'ATT&CK techniques and sub-techniques the hunt looks for.',
    examples: [['T1059.001']],
  }),
  tactics: texts.default([]).meta({
    description: 'ATT&CK tactics, by name or id; needed only where the techniques leave them open.',
    examples: [['execution']],
  }),
  actors: texts.default([]).meta({
    description: 'Groups, campaigns or software the hunt is about, by ATT&CK id or name.',
    examples: [['G0016']],
  }),
  platforms: texts.default([]).meta({ description: 'Platforms hunted on.', examples: [['Windows']] }),
  dataSources: texts.default([]).meta({
    description: 'Data that must be there to run it.',
    examples: [['Process creation with command line']],
  }),
  data_sources: texts.optional().meta({ description: 'The same as dataSources.' }),
  severity: z
    .enum(DETECTION_SEVERITIES)
    .optional()
    .meta({ description: 'How bad it is when the hypothesis holds.' }),
  status: z.enum(['draft', 'active', 'retired']).default('active').meta({
    description: 'Only active playbooks count.',
  }),
  owner: text.optional().meta({ description: 'Team that keeps it.', examples: ['threat-hunting'] }),
  authors: texts.default([]).meta({ description: 'Who wrote it.' }),
  created: date.optional().meta({ description: 'Day it was written.' }),
  reviewed: date.optional().meta({ description: 'Day somebody last checked that it still holds.' }),
  cadence: z
    .string()
    .regex(
      CADENCE_PATTERN,
      'Expected a span such as `90d`, `12w`, `6m`, `1y`, or `weekly`, `monthly`, `quarterly`, `yearly`',
    )
    .transform(cadenceDays)
    .optional()
    .meta({ description: 'Time between two runs.', examples: ['90d', 'quarterly'] }),
  runs: z.array(runSchema).default([]).meta({ description: 'Every run of the hunt, in any order.' }),
  detections: texts.default([]).meta({ description: 'Ids of detections that belong to it.' }),
  references: z
    .array(z.url({ protocol: /^https?$/ }))
    .default([])
    .meta({ description: 'Addresses worth reading.' }),
});

/** What people write above a playbook. */
export type UserPlaybookFrontMatter = z.input<typeof playbookSchema>;

/** What code reads: defaults filled in, the cadence in days. */
export type PlaybookFrontMatter = z.output<typeof playbookSchema>;
