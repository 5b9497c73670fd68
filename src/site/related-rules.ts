import type { Detection } from '../detections/detection.ts';
import { detectionsNaming, findDetection } from './lookups.ts';

/** A rule another rule stands in relation to, by the id or key it is found by. */
export interface RelatedRule {
  id: string;
  /** `similar`, `refers to`, `narrowed by`, `named by`. */
  type: string;
}

/** Rules a rule names, then those that name it, each once. */
export function relatedRules(detection: Detection): RelatedRule[] {
  const all: RelatedRule[] = [
    ...detection.related,
    ...detection.refersTo.map((id) => ({ id, type: 'refers to' })),
    ...detection.filters.map((id) => ({ id, type: 'narrowed by' })),
    ...detectionsNaming(detection)
      .filter(({ key }) => !detection.filters.includes(key))
      .map(({ key }) => ({ id: key, type: 'named by' })),
  ];
  return all.filter(
    ({ id }, index) =>
      all.findIndex((other) => findDetection(other.id) === findDetection(id) && other.id === id) === index,
  );
}
