import { isDeepStrictEqual } from 'node:util';
import type { Detection } from '../detections/detection.ts';

/**
 * Whether a rule means something else than before while its date says that it was not changed: what
 * `detection/date-not-changed` looks for in the log, known for certain where both states are at hand. A rule without a
 * date has none to change.
 */
export function changedWithoutDate(before: Detection, after: Detection): boolean {
  const date = after.modified ?? after.created;
  return (
    date !== undefined &&
    date === (before.modified ?? before.created) &&
    !isDeepStrictEqual(meaning(before), meaning(after))
  );
}

/** What an alert or its reader would notice. Not who wrote it, what it refers to, or how it is tested. */
function meaning(detection: Detection): object {
  const {
    title,
    description,
    status,
    enabled,
    severity,
    riskScore,
    query,
    language,
    logSources,
    falsePositives,
  } = detection;
  return {
    title,
    description,
    status,
    enabled,
    severity,
    riskScore,
    query,
    language,
    logSources,
    falsePositives,
    techniques: detection.mappings.map(({ id, tactic }) => [id, tactic]),
    tactics: detection.tactics.map(({ written }) => written),
  };
}
