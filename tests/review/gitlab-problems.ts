import { Ajv } from 'ajv';

const text = { type: 'string', minLength: 1 } as const;

/** What GitLab requires of a code quality report. */
const check = new Ajv({ allErrors: true }).compile({
  type: 'array',
  items: {
    type: 'object',
    required: ['description', 'check_name', 'fingerprint', 'severity', 'location'],
    properties: {
      description: text,
      check_name: text,
      fingerprint: text,
      severity: { enum: ['info', 'minor', 'major', 'critical', 'blocker'] },
      location: {
        type: 'object',
        required: ['path', 'lines'],
        properties: {
          path: { type: 'string', pattern: '^(?!\\./|/)' },
          lines: {
            type: 'object',
            required: ['begin'],
            properties: { begin: { type: 'integer', minimum: 1 } },
          },
        },
      },
    },
  },
});

/** What a report lacks, as `path what`, and fingerprints that stand twice; empty when it holds. */
export function gitlabProblems(report: unknown): string[] {
  if (!check(report))
    return (check.errors ?? []).map(({ instancePath, message = '' }) => `${instancePath} ${message}`);
  const prints = (report as { fingerprint: string }[]).map(({ fingerprint }) => fingerprint);
  return prints.filter((print, index) => prints.indexOf(print) !== index);
}
