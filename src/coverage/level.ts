import type { Level } from './assessment.ts';
import type { Evidence } from './evidence.ts';
import type { Verdict } from './verdict.ts';

/** The level from evidence mapped to exactly one technique: the first of the ladder that holds, from the top. */
export function ownLevel(evidence: Evidence, { verdict }: Verdict): Level {
  if (verdict === 'failed') return 'failed';
  if (verdict === 'proven') return 'proven';
  if (evidence.detections.some((detection) => detection.passingTests.length > 0)) return 'tested';
  if (evidence.detections.length > 0) return 'claimed';
  return evidence.playbooks.length > 0 ? 'hunted' : 'none';
}
