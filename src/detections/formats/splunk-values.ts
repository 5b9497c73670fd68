import type { ParsedDocument, ParsedFile } from '../../documents/document.ts';
import { type Fields, textOf } from '../../documents/fields.ts';
import { locateYaml } from '../../documents/locate-yaml.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { DetectionStatus } from '../detection.ts';

const STATUSES = new Map<string, DetectionStatus>([
  ['production', 'production'],
  ['experimental', 'experimental'],
  ['deprecated', 'deprecated'],
  ['removed', 'deprecated'],
]);

const TYPES = new Set(['ttp', 'anomaly', 'correlation', 'hunting']);

/** The status of a search on the common scale; undefined for a word that is not on it. */
export function splunkStatus(content: Fields): DetectionStatus | undefined {
  return STATUSES.get(textOf(content['status'])?.toLowerCase() ?? '');
}

/** Findings for a status or a type contentctl does not know. */
export function splunkFindings(file: ParsedFile, document: ParsedDocument, content: Fields): FileFinding[] {
  const [status, type] = [textOf(content['status']), textOf(content['type'])];
  const findings: FileFinding[] = [];
  const add = (key: string, written: string, expected: string) => {
    const range = locateYaml(file.text, document.ordinal, [key]);
    findings.push({
      rule: 'splunk/invalid-value',
      severity: 'warning',
      message: `Unexpected \`${key}\` \`${oneLine(written)}\`, expected ${expected}`,
      hint: `Correct \`${key}\`.`,
      ...(range && { range }),
    });
  };
  if (status !== undefined && splunkStatus(content) === undefined) {
    add('status', status, '`production`, `experimental`, `deprecated` or `removed`; it reads as not stated');
  }
  if (type !== undefined && !TYPES.has(type.toLowerCase())) {
    add('type', type, '`TTP`, `Anomaly`, `Hunting` or `Correlation`; it is read as a detection');
  }
  return findings;
}

function oneLine(written: string): string {
  return written.replace(/\s+/g, ' ').slice(0, 60);
}
