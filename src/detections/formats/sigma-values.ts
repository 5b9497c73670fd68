import type { DetectionSeverity, DetectionStatus } from '../detection.ts';

const STATUSES = new Map<string, DetectionStatus>([
  ['stable', 'production'],
  ['production', 'production'],
  ['test', 'test'],
  ['testing', 'test'],
  ['experimental', 'experimental'],
  ['deprecated', 'deprecated'],
  ['unsupported', 'unsupported'],
]);

const SEVERITIES = new Map<string, DetectionSeverity>([
  ['informational', 'informational'],
  ['info', 'informational'],
  ['low', 'low'],
  ['medium', 'medium'],
  ['high', 'high'],
  ['critical', 'critical'],
]);

/** Sigma's `status` on the common scale; undefined for a word that is not on it. */
export function sigmaStatus(written: string): DetectionStatus | undefined {
  return STATUSES.get(word(written));
}

/** Sigma's `level` on the common scale; undefined for a word that is not on it. */
export function sigmaSeverity(written: string): DetectionSeverity | undefined {
  return SEVERITIES.get(word(written));
}

/** Real rules have `High` and `experimental|`. */
function word(written: string): string {
  return written.toLowerCase().replace(/[^a-z]+/g, '');
}
