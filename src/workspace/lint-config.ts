import { z } from 'zod';

/** How much a finding matters to the team; `off` leaves it out everywhere. */
const severity = z.enum(['off', 'note', 'warning', 'error']);

const rules = z.record(z.string().min(1), severity).default({});

const paths = z.array(z.string().min(1));

/** `lint` of a config. Globs are relative to the config; in a Git repository, to that. */
export const lintSchema = z
  .strictObject({
    rules: rules.meta({
      description: 'Severity by rule: off, note, warning or error. The Lint rules page has every rule.',
      examples: [{ 'mapping/none': 'warning', 'detection/no-false-positives': 'off' }],
    }),
    exclude: paths.default([]).meta({
      description: 'Globs, relative to this file, of files no finding is reported of.',
      examples: [['content/detections/vendor/**']],
    }),
    overrides: z
      .array(
        z.strictObject({
          paths: paths.min(1).meta({ description: 'Globs of the files it is for, relative to this file.' }),
          rules: rules.meta({ description: 'Severity by rule in these files.' }),
        }),
      )
      .default([])
      .meta({ description: 'Other severities for some files; the last that fits wins.' }),
  })
  .prefault({});

export type LintConfig = z.output<typeof lintSchema>;
