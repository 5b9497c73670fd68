import type { Detection } from '../detections/detection.ts';
import { ownLines } from '../detections/own-lines.ts';
import { lineIndex } from '../documents/line-index.ts';
import { findParts } from '../robustness/places/find-parts.ts';
import type { LineRange } from '../sources/permalink.ts';
import type { SourceJob } from './ahead/text-job.ts';
import { DETECTION_FORMATS } from './detection-formats.ts';

/** A rule's own lines as the page shows them. */
export interface RuleSource {
  /** The text itself. */
  text: string;
  /** Highlighted, the parts that decided its robustness in `<mark>`; escaped. */
  html: string;
  /** Lines of the file each of those parts stands on, in their order; undefined for one that is not found. */
  parts: readonly (LineRange | undefined)[];
}

/** Where the parts that decided a rule's robustness stand in its own lines, in their order. */
const places = new WeakMap<Detection, ReturnType<typeof findParts>>();

/** @param file The text of the file the rule stands in. */
export function sourceJob(detection: Detection, file: string): SourceJob {
  const text = ownLines(file, detection);
  const { language } = DETECTION_FORMATS[detection.format];
  const stretches = placesIn(text, detection).flatMap((place, index) =>
    place ? [{ ...place, number: index + 1 }] : [],
  );
  return { kind: 'source', text, language, stretches };
}

/** @param html What became of its {@link sourceJob}. */
export function ruleSource(detection: Detection, { text, stretches }: SourceJob, html: string): RuleSource {
  if (stretches.length === 0) return { text, html, parts: [] };
  const lineOf = lineIndex(text);
  const first = detection.lines.from - 1;
  return {
    text,
    html,
    parts: placesIn(text, detection).map(
      (place) => place && { from: first + lineOf(place.start), to: first + lineOf(place.end - 1) },
    ),
  };
}

/** Asked for before the page is made, and again for it. */
function placesIn(text: string, detection: Detection): ReturnType<typeof findParts> {
  const found = places.get(detection) ?? findParts(text, detection, detection.robustness?.parts ?? []);
  places.set(detection, found);
  return found;
}
