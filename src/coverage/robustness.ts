import type { Detection } from '../detections/detection.ts';
import { RUNGS } from '../robustness/judgement.ts';
import type { TechniqueRobustness } from './assessment.ts';

/** How many rules stand on each rung. A rule nobody judged is counted as such, never as weak. */
export type RobustnessSpread = TechniqueRobustness['spread'];

/** The best rung and the spread over rules. */
export function robustnessOf(detections: readonly Pick<Detection, 'robustness'>[]): TechniqueRobustness {
  const spread = spreadOf(detections);
  const best = RUNGS.findLast((rung) => spread[rung] > 0);
  return { ...(best !== undefined && { best }), spread };
}

/** The spread over the rules of each source, by its name, in the order of the detections. */
export function sourceRobustness(
  detections: readonly Pick<Detection, 'robustness' | 'source'>[],
): ReadonlyMap<string, RobustnessSpread> {
  const bySource = Map.groupBy(detections, ({ source }) => source);
  return new Map([...bySource].map(([source, of]) => [source, spreadOf(of)]));
}

function spreadOf(detections: readonly Pick<Detection, 'robustness'>[]): RobustnessSpread {
  const spread: RobustnessSpread = {
    hash: 0,
    ip: 0,
    domain: 0,
    artefact: 0,
    tool: 0,
    behaviour: 0,
    'not-judged': 0,
  };
  for (const { robustness } of detections) spread[robustness?.rung ?? 'not-judged'] += 1;
  return spread;
}
