import type { ParsedFile } from '../../documents/document.ts';
import { textOf } from '../../documents/fields.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { Reader } from '../../readers/reader.ts';
import type { DetectionDraft, DetectionSeverity } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import { falcoProblem, invalidPriority } from './falco-findings.ts';
import { falcoGuide } from './falco-guide.ts';
import { falcoKind } from './falco-kind.ts';
import { falcoFiles } from './falco-recognition.ts';
import { falcoLogSource } from './falco-log-source.ts';
import { falcoValueSpan, locateFalco } from './falco-places.ts';
import { type FalcoProblem, type FalcoRule, falcoRules } from './falco-rules.ts';
import { falcoAttack } from './falco-tags.ts';

/**
 * Rules of Falco: many in a file, among macros and lists, which are no rules. A rule has no id but its name.
 *
 * @see https://falco.org/docs/concepts/rules/
 */
export const falco: Reader = {
  ...falcoFiles,

  read(file) {
    const documents = file.documents.filter(({ data }) => falcoKind(data) === 'rules');
    if (documents.length === 0) return { ignored: 'that are indexes of a Falco registry' };
    const { rules, problems } = falcoRules(file.text, documents);
    return {
      detections: rules.map(draftOf),
      findings: [
        ...problems.map((problem) => falcoProblem(file.text, problem)),
        ...rules.flatMap((rule) => priorityFindings(file, rule)),
      ],
      ...(rules.length === 0 && { ignored: whyIgnored(problems) }),
    };
  },

  locate: locateFalco,
  valueSpan: falcoValueSpan,
};

function whyIgnored(problems: readonly FalcoProblem[]): string {
  if (problems.length === 0) return 'of Falco macros and lists without a rule';
  return problems.every(({ kind }) => kind === 'unknown-rule')
    ? 'that only change Falco rules of other files'
    : 'of Falco without a complete rule';
}

const SEVERITIES = new Map<string, DetectionSeverity>([
  ['emergency', 'critical'],
  ['alert', 'critical'],
  ['critical', 'critical'],
  ['error', 'high'],
  ['warning', 'medium'],
  ['notice', 'low'],
  ['info', 'informational'],
  ['informational', 'informational'],
  ['debug', 'informational'],
]);

function severityOf({ priority }: FalcoRule): DetectionSeverity | undefined {
  return SEVERITIES.get(priority?.written.toLowerCase() ?? '');
}

function draftOf(rule: FalcoRule): DetectionDraft {
  const { name, ordinal, lines, fields } = rule;
  const [description, condition] = [textOf(fields['desc']), textOf(fields['condition'])];
  const severity = severityOf(rule);
  const guide = falcoGuide(fields);
  const { unrecognised, ...attack } = falcoAttack(rule.tags);
  return {
    ...nothingStated(),
    format: 'falco',
    id: name,
    title: name,
    ...(description !== undefined && { description }),
    enabled: textOf(fields['enabled'])?.toLowerCase() !== 'false',
    ...(severity !== undefined && { severity }),
    ...falcoLogSource(fields, attack.tags),
    language: 'falco',
    ...(condition !== undefined && { query: condition }),
    ...(guide !== undefined && { guide }),
    ...attack,
    ...(unrecognised.length > 0 && { unrecognised }),
    lines,
    ordinal,
  };
}

function priorityFindings(file: ParsedFile, rule: FalcoRule): FileFinding[] {
  return rule.priority && severityOf(rule) === undefined ? [invalidPriority(file.text, rule.priority)] : [];
}
