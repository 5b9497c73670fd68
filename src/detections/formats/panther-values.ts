import { type Fields, textOf } from '../../documents/fields.ts';
import type { DetectionSeverity, DetectionStatus } from '../detection.ts';

const SEVERITIES = new Map<string, DetectionSeverity>([
  ['info', 'informational'],
  ['informational', 'informational'],
  ['low', 'low'],
  ['medium', 'medium'],
  ['high', 'high'],
  ['critical', 'critical'],
]);

const STATUSES = new Map<string, DetectionStatus>([
  ['stable', 'production'],
  ['production', 'production'],
  ['beta', 'test'],
  ['experimental', 'experimental'],
  ['deprecated', 'deprecated'],
]);

export function pantherSeverity(fields: Fields): DetectionSeverity | undefined {
  return SEVERITIES.get(textOf(fields['Severity'])?.toLowerCase() ?? '');
}

/** Most rules state none. */
export function pantherStatus(fields: Fields): DetectionStatus {
  return STATUSES.get(textOf(fields['Status'])?.toLowerCase() ?? '') ?? 'unknown';
}
