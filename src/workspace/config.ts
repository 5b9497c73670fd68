import { z } from 'zod';
import { DOMAINS } from '../attack/domain.ts';
import { RUNGS } from '../robustness/judgement.ts';
import { decisionSchema } from '../scope/schema.ts';
import { lintSchema } from './lint-config.ts';

/** A span of whole days: `180d`, `26w`, `12m` (30 days each) or `1y` (365 days). Read as a number of days. */
const days = z
  .string()
  .regex(/^\d+[dwmy]$/, 'Expected a span such as `180d`, `26w`, `12m` or `1y`')
  .transform((span) => Number.parseInt(span, 10) * ({ d: 1, w: 7, m: 30, y: 365 }[span.at(-1) ?? 'd'] ?? 1));

const globs = z.array(z.string().min(1));

const sourceSchema = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9-]*$/, 'Expected lower-case letters, digits and hyphens')
      .meta({ description: 'Short name of the source; part of every URL and key.', examples: ['team'] }),
    path: z.string().min(1).optional().meta({ description: 'A folder, relative to this file.' }),
    git: z
      .string()
      .min(1)
      .optional()
      .meta({
        description: 'A Git repository: URL, path of a local repository, or path of a bundle file.',
        examples: ['https://github.com/SigmaHQ/sigma.git'],
      }),
    ref: z.string().min(1).optional().meta({ description: 'Branch, tag or commit to read; default: HEAD.' }),
    role: z.enum(['deployed', 'library']).default('deployed').meta({
      description: 'deployed counts as coverage; library never counts and is offered where there is a gap.',
    }),
    include: globs.default(['**']).meta({ description: 'Globs of the files to read; default: everything.' }),
    exclude: globs.default([]).meta({ description: 'Globs of files to leave out; wins over include.' }),
  })
  .refine((source) => (source.path === undefined) !== (source.git === undefined), {
    message: 'Expected exactly one of `path` and `git`',
  });

/** Points of the score; the methodology page explains each. */
const weightsSchema = z
  .strictObject({
    firstDetection: z.number().min(0).max(100).default(30).meta({
      description: 'First counting detection, times the status factor of the best one.',
    }),
    furtherDetection: z.number().min(0).max(100).default(5).meta({
      description: 'Each further counting detection.',
    }),
    furtherDetections: z.number().int().min(0).default(3).meta({
      description: 'How many further detections earn points.',
    }),
    playbook: z.number().min(0).max(100).default(10).meta({ description: 'First current playbook.' }),
    furtherPlaybook: z.number().min(0).max(100).default(5).meta({
      description: 'A second current playbook, once.',
    }),
    tested: z.number().min(0).max(100).default(15).meta({
      description: 'A counting detection has a passing test.',
    }),
    proven: z.number().min(0).max(100).default(25).meta({
      description: 'An exercise in the proof window saw it detected, alerted or blocked.',
    }),
    failedCap: z.number().min(0).max(100).default(10).meta({
      description: 'Highest score of a technique whose newest result is missed.',
    }),
    status: z
      .strictObject({
        production: z.number().min(0).max(1).default(1),
        test: z.number().min(0).max(1).default(0.9),
        experimental: z.number().min(0).max(1).default(0.7),
        unknown: z.number().min(0).max(1).default(0.8),
      })
      .prefault({})
      .meta({ description: 'Factor on the first detection by its status.' }),
  })
  .prefault({});

/** `coverbook.yaml`. Unknown keys are errors: a typo must not silently change a number. */
export const configSchema = z.strictObject({
  $schema: z.string().optional(),
  title: z.string().min(1).default('Detection coverage').meta({ description: 'Title of the site.' }),
  description: z.string().optional().meta({ description: 'One sentence under the title on the home page.' }),
  site: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      description: 'Where the site will stand; makes URLs in layers absolute.',
      examples: ['https://soc.example.org'],
    }),
  base: z
    .string()
    .regex(/^\/[\w./-]*$/, 'Expected a path that starts with `/`')
    .default('/')
    .meta({ description: 'Path the site is served under.', examples: ['/coverage'] }),
  navigator: z
    .url({ protocol: /^https?$/ })
    .default('https://mitre-attack.github.io/attack-navigator/')
    .meta({
      description: 'The Navigator that links to layers lead to; your own one, where the site is private.',
      examples: ['https://soc.example.org/navigator/'],
    }),
  pages: z
    .strictObject({
      rules: z.enum(['each', 'by-technique']).default('each').meta({
        description:
          'Whether each rule has a page, or the rules on a technique stand in a table: for tens of thousands of rules.',
      }),
    })
    .prefault({}),
  now: z.iso.date().optional().meta({
    description:
      'The day windows are counted back from; default: SOURCE_DATE_EPOCH where it is set, else the newest commit date of the sources.',
  }),
  attack: z
    .strictObject({
      version: z
        .string()
        .regex(/^\d+\.\d+$/)
        .optional()
        .meta({
          description: 'ATT&CK version the enterprise domain must have; default: whatever is loaded.',
        }),
      domains: z.array(z.enum(DOMAINS)).min(1).default(['enterprise']).meta({
        description: 'Domains of the site.',
      }),
      bundles: z.array(z.string().min(1)).default([]).meta({
        description: 'STIX bundles (paths or URLs) that replace the embedded snapshots and add prose.',
      }),
    })
    .prefault({}),
  sources: z.array(sourceSchema).min(1, 'Expected at least one source'),
  threats: globs
    .default([])
    .meta({ description: 'Threat profiles: globs relative to this file; the first profile is the default.' }),
  coverage: z
    .strictObject({
      proofWindow: days.prefault('365d').meta({ description: 'How long a purple-team result speaks.' }),
      playbookWindow: days
        .prefault('180d')
        .meta({ description: 'How long a playbook stays current after its last review or run.' }),
      detectionWindow: days
        .prefault('730d')
        .meta({ description: 'How long a rule counts as fresh after its last change.' }),
      weights: weightsSchema,
    })
    .prefault({}),
  scope: z
    .strictObject({
      platforms: z
        .array(z.string().min(1))
        .default([])
        .meta({
          description:
            'Platforms we run, as ATT&CK calls them; techniques of none of them leave the denominator. Default: all.',
          examples: [['Windows', 'Linux', 'IaaS']],
        }),
      decisions: z.array(decisionSchema).default([]).meta({
        description:
          'Techniques we do not cover, and why. Files with `decisions:` among the sources add to them.',
      }),
    })
    .prefault({}),
  robustness: z
    .array(
      z.strictObject({
        detection: z.string().min(1).meta({ description: 'Key or id of the rule.' }),
        rung: z.enum(RUNGS).meta({ description: 'Where the rule stands by your judgement.' }),
        reason: z.string().min(1).meta({ description: 'Why, in a sentence.' }),
      }),
    )
    .default([])
    .meta({ description: 'Rules whose robustness you judge yourself; wins over what their queries say.' }),
  history: z
    .strictObject({
      points: z
        .number()
        .int()
        .min(0)
        .max(120)
        .default(0)
        .meta({
          description: 'How many states in the past to assess; 0 for none.',
          examples: [12],
        }),
      every: z.enum(['week', 'month', 'quarter', 'year']).default('month').meta({
        description: 'Time between two of them.',
      }),
    })
    .prefault({}),
  lint: lintSchema.meta({ description: 'What findings matter to you, and how much.' }),
  limits: z
    .strictObject({
      fileSize: z.number().int().positive().default(1_048_576).meta({
        description: 'Files larger than this many bytes are reported and not read.',
      }),
    })
    .prefault({}),
  repository: z
    .url({ protocol: /^https?$/ })
    .optional()
    .meta({
      description: "Where the team's repository can be seen; default: its Git remote.",
    }),
});

/** What people write in `coverbook.yaml`. */
export type UserConfig = z.input<typeof configSchema>;

/** What code reads: defaults filled in, spans in days. `file` is the config's absolute path, `root` its folder. */
export type Config = z.output<typeof configSchema> & { file: string; root: string };

/** Weights of the score, defaults filled in. */
export type Weights = Config['coverage']['weights'];
