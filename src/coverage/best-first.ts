import { byCodeUnit } from '../attack/order.ts';
import { DETECTION_SEVERITIES, type Detection } from '../detections/detection.ts';
import { RUNGS } from '../robustness/judgement.ts';

/** From the one most worth deploying. Unsupported and unknown stand last. */
const STATUSES: readonly Detection['status'][] = ['production', 'test', 'experimental', 'unknown'];

/**
 * Rules somebody could deploy, the most trustworthy first: by status, then those with a passing test, then the harder
 * to evade, then the more severe, then by key. A rule nobody judged stands behind those that were.
 */
export function bestFirst(detections: readonly Detection[]): Detection[] {
  return [...detections].sort(
    (a, b) =>
      statusRank(a) - statusRank(b) ||
      Number(b.passingTests.length > 0) - Number(a.passingTests.length > 0) ||
      rungRank(b) - rungRank(a) ||
      severityRank(b) - severityRank(a) ||
      byCodeUnit(a.key, b.key),
  );
}

function statusRank({ status }: Detection): number {
  const rank = STATUSES.indexOf(status);
  return rank < 0 ? STATUSES.length : rank;
}

function rungRank({ robustness }: Detection): number {
  return robustness?.rung === undefined ? -1 : RUNGS.indexOf(robustness.rung);
}

function severityRank({ severity }: Detection): number {
  return severity === undefined ? -1 : DETECTION_SEVERITIES.indexOf(severity);
}
