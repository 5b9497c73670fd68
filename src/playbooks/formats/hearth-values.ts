import { DETECTION_SEVERITIES, type DetectionSeverity } from '../../detections/detection.ts';
import { textOf } from '../../documents/fields.ts';
import type { FileFinding, Range } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import type { PlaybookStatus } from '../playbook.ts';
import { shown } from './shown.ts';

interface ReadValue<T> {
  value: T | undefined;
  findings: FileFinding[];
}

type Locate = (pointer: Pointer) => Range | undefined;

/** What authors call stale they do not stand for any more: like a retired hunt it stays visible and counts for nothing. */
const STATUSES = new Map<string, PlaybookStatus>([
  ['current', 'active'],
  ['stale', 'retired'],
  ['retired', 'retired'],
]);

const SEVERITIES = new Map<string, DetectionSeverity>(DETECTION_SEVERITIES.map((name) => [name, name]));

export function hearthSeverity(written: unknown, locate: Locate): ReadValue<DetectionSeverity> {
  return oneOf(SEVERITIES, 'severity', written, locate, 'Correct it; it reads as not stated.');
}

/** A status nobody can read must not make a hunt count: such a hunt is a draft. */
export function hearthStatus(written: unknown, locate: Locate): ReadValue<PlaybookStatus> {
  const read = oneOf(
    STATUSES,
    'status',
    written,
    locate,
    'Correct it; until then the hunt counts as a draft.',
  );
  return read.findings.length > 0 ? { ...read, value: 'draft' } : read;
}

function oneOf<T>(
  values: ReadonlyMap<string, T>,
  key: string,
  written: unknown,
  locate: Locate,
  hint: string,
): ReadValue<T> {
  if (written === undefined || written === null || written === '') return { value: undefined, findings: [] };
  const value = values.get(textOf(written)?.toLowerCase() ?? '');
  if (value !== undefined) return { value, findings: [] };
  const range = locate([key]);
  const expected = [...values.keys()].map((name) => `\`${name}\``).join(', ');
  const finding: FileFinding = {
    rule: 'hearth/invalid-value',
    severity: 'warning',
    message: `Unexpected ${key} \`${shown(written)}\`, expected one of ${expected}`,
    hint,
    ...(range && { range }),
  };
  return { value: undefined, findings: [finding] };
}
