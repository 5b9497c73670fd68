import { itemFreshness } from '../../coverage/item-freshness.ts';
import type { Assessment } from '../../coverage/assessment.ts';
import { simulationRuns } from '../../coverage/simulations.ts';
import type { Detection } from '../../detections/detection.ts';
import { atomicIndex } from '../atomic-index.ts';
import {
  detectionsNaming,
  findDetection,
  playbooksNaming,
  resultsNaming,
  techniqueEntry,
} from '../lookups.ts';
import { siteModel } from '../model.ts';
import { digestOf } from './digest.ts';

const kin = new WeakMap<Assessment, string>();

/** A digest of all that the page of a rule shows beside what every page may. */
export function detectionKey(detection: Detection): string {
  const { now, config } = siteModel().workspace;
  const { date, stale } = itemFreshness(detection, now, config.coverage);
  const named = [...detection.related.map(({ id }) => id), ...detection.refersTo, ...detection.filters];
  return digestOf(
    detection,
    [date, stale],
    detection.mappings.map(({ resolved }) => {
      const entry = resolved === undefined ? undefined : techniqueEntry(resolved);
      return entry && [entry.assessment.level, kinDigest(entry.assessment)];
    }),
    named.map(findDetection),
    detectionsNaming(detection),
    playbooksNaming(detection),
    resultsNaming(detection),
    simulationRuns(detection, atomicIndex()),
  );
}

/** The rules for one technique, among which a page names some and counts all. */
function kinDigest(assessment: Assessment): string {
  let digest = kin.get(assessment);
  if (digest === undefined) {
    const { detections, notCounting, library } = assessment;
    digest = digestOf(detections, notCounting, library);
    kin.set(assessment, digest);
  }
  return digest;
}
