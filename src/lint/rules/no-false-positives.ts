import type { Detection, DetectionFormatId } from '../../detections/detection.ts';
import { atRule } from '../places.ts';
import type { WorkspaceRule } from '../rule.ts';

/** Formats with a field for it, and the field's name. */
const FIELDS: Partial<Record<DetectionFormatId, string>> = {
  sigma: 'falsepositives',
  elastic: 'false_positives',
  'elastic-export': 'false_positives',
  splunk: 'known_false_positives',
};

export const noFalsePositives: WorkspaceRule = {
  id: 'detection/no-false-positives',
  severity: 'note',
  summary: 'A rule does not say what else makes it fire.',
  remedy: 'Name the programs, accounts or times that look the same, or say that none are known and why.',
  why: `Whoever gets the alert at night has the rule and nothing else. What its author saw while testing it is the first thing they
need. \`Unknown\`, as templates have it, says nothing and counts as left out; \`Unlikely\` is an answer.

A guide that speaks of false positives is enough. Rules that are deprecated or unsupported are left out, and so are formats without
a field for it. It is a note by default: four in ten of SigmaHQ’s rules say nothing here.`,
  example: {
    language: 'yaml',
    bad: `title: Encoded command
status: test
logsource: { product: windows, category: process_creation }
detection:
  selection: { CommandLine|contains: ' -enc ' }
  condition: selection
falsepositives: [Unknown]`,
    good: `title: Encoded command
status: test
logsource: { product: windows, category: process_creation }
detection:
  selection: { CommandLine|contains: ' -enc ' }
  condition: selection
falsepositives: [The software distribution starts its agents with an encoded command]`,
  },
  check: ({ own }) =>
    own.detections.flatMap((detection) => {
      const field = FIELDS[detection.format];
      if (field === undefined || isGivenUp(detection) || saysWhat(detection)) return [];
      return {
        message: `Unexpected rule without false positives, expected what else makes it fire under \`${field}\``,
        hint: 'Name what looks the same, or say that nothing does.',
        ...atRule(detection),
      };
    }),
};

function isGivenUp({ status }: Detection): boolean {
  return status === 'deprecated' || status === 'unsupported';
}

function saysWhat({ falsePositives, guide }: Detection): boolean {
  return falsePositives.length > 0 || /false[ -]positive/i.test(guide ?? '');
}
