import { itemFreshness } from '../../coverage/item-freshness.ts';
import { simulationRuns } from '../../coverage/simulations.ts';
import type { Detection } from '../../detections/detection.ts';
import { atomicIndex } from '../atomic-index.ts';
import { kinOf } from '../kin.ts';
import { findDetection, playbooksNaming, resultsNaming, techniqueEntry } from '../lookups.ts';
import { siteModel } from '../model.ts';
import { relatedRules } from '../related-rules.ts';
import { digestOf } from './digest.ts';

/** A digest of all that the page of a rule shows beside what every page may. */
export function detectionKey(detection: Detection): string {
  const { now, config } = siteModel().workspace;
  const { date, stale } = itemFreshness(detection, now, config.coverage);
  const related = relatedRules(detection);
  return digestOf(
    detection,
    [date, stale],
    detection.mappings.map(({ resolved }) => {
      const entry = resolved === undefined ? undefined : techniqueEntry(resolved);
      return entry?.assessment.level;
    }),
    related.map(({ id, type }) => [id, type, findDetection(id)]),
    kinOf(detection, related),
    playbooksNaming(detection),
    resultsNaming(detection),
    simulationRuns(detection, atomicIndex()),
  );
}
