import type { Detection } from '../detections/detection.ts';
import type { Rung } from './judgement.ts';

/** A team's own judgement of one rule. */
export interface RobustnessOverride {
  /** Key or id of the rule. */
  detection: string;
  rung: Rung;
  reason: string;
}

/**
 * Puts a team's judgements over what queries and tags say. What the query says stays as the parts; the stricter scale
 * is left out, because nobody stated it.
 *
 * @returns The detections in their order, and the places in `overrides` of those that name no rule.
 */
export function withOverrides(
  detections: readonly Detection[],
  overrides: readonly RobustnessOverride[],
): { detections: Detection[]; unmatched: number[] } {
  if (overrides.length === 0) return { detections: [...detections], unmatched: [] };
  const byName = new Map(overrides.map((override, index) => [override.detection, { override, index }]));
  const matched = new Set<string>();
  const judged = detections.map((detection): Detection => {
    const found = byName.get(detection.key) ?? byName.get(detection.id ?? '');
    if (!found) return detection;
    matched.add(found.override.detection);
    const { rung, reason } = found.override;
    return {
      ...detection,
      robustness: { rung, because: sentence(reason), parts: detection.robustness?.parts ?? [], by: 'team' },
    };
  });
  const unmatched = overrides.flatMap(({ detection }, index) => (matched.has(detection) ? [] : [index]));
  return { detections: judged, unmatched };
}

const sentence = (reason: string): string =>
  /[.!?]$/.test(reason.trim()) ? reason.trim() : `${reason.trim()}.`;
