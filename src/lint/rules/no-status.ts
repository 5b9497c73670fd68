import type { DetectionFormatId } from '../../detections/detection.ts';
import { atRule } from '../places.ts';
import type { WorkspaceRule } from '../rule.ts';

/** Formats whose rules state how ready they are, and the key they state it under. */
const STATUS_KEYS: Partial<Record<DetectionFormatId, string>> = {
  sigma: 'status',
  'sigma-correlation': 'status',
  elastic: 'maturity',
  splunk: 'status',
};

export const noStatus: WorkspaceRule = {
  id: 'detection/no-status',
  severity: 'warning',
  summary: 'A rule does not say how ready it is, or says it with a word its format does not have.',
  remedy:
    'Write the status: in a Sigma rule `stable`, `test`, `experimental`, `deprecated` or `unsupported`.',
  why: `The score weighs a rule by its status, and a rule that is given up does not count at all. Without a status it counts as
something in between, which is right for nobody.

Only formats that have a status are looked at: Sigma's rules and correlations, Elastic's rules in TOML, Splunk's searches.`,
  example: {
    language: 'yaml',
    bad: `title: Encoded command
logsource: { product: windows, category: process_creation }
detection:
  selection: { CommandLine|contains: ' -enc ' }
  condition: selection`,
    good: `title: Encoded command
status: experimental
logsource: { product: windows, category: process_creation }
detection:
  selection: { CommandLine|contains: ' -enc ' }
  condition: selection`,
  },
  check: ({ own }) =>
    own.detections.flatMap((detection) => {
      const key = STATUS_KEYS[detection.format];
      if (key === undefined || detection.status !== 'unknown') return [];
      return {
        message: `Unexpected rule without a status, expected \`${key}\` with a value of its format`,
        hint: 'Until then it counts with the factor of `unknown`.',
        ...atRule(detection),
      };
    }),
};
