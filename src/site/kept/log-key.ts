import type { LogSource } from '../log-sources.ts';
import { techniqueEntry } from '../lookups.ts';
import { digestOf } from './digest.ts';

/** A digest of all that the page of a log source, and the table beside it, show beside what every page may. */
export function logKey(log: LogSource): string {
  const techniques = new Set(
    log.detections.flatMap(({ mappings }) => mappings.flatMap(({ resolved }) => resolved ?? [])),
  );
  const levels = [...techniques].map((id) => [id, techniqueEntry(id)?.assessment.level]);
  return digestOf(log, levels);
}
