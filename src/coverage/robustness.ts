import type { Detection } from '../detections/detection.ts';
import { RUNGS } from '../robustness/judgement.ts';
import type { TechniqueRobustness } from './assessment.ts';

/** The best rung and the spread over rules. A rule nobody judged is counted as such, never as weak. */
export function robustnessOf(detections: readonly Pick<Detection, 'robustness'>[]): TechniqueRobustness {
  const spread: TechniqueRobustness['spread'] = {
    hash: 0,
    ip: 0,
    domain: 0,
    artefact: 0,
    tool: 0,
    behaviour: 0,
    'not-judged': 0,
  };
  for (const { robustness } of detections) spread[robustness?.rung ?? 'not-judged'] += 1;
  const best = RUNGS.findLast((rung) => spread[rung] > 0);
  return { ...(best !== undefined && { best }), spread };
}
