import type { Detection } from '../detections/detection.ts';
import { ownLines } from '../detections/own-lines.ts';
import { lineIndex } from '../documents/line-index.ts';
import { highlightLines } from '../highlight/highlight.ts';
import { findParts } from '../robustness/places/find-parts.ts';
import type { LineRange } from '../sources/permalink.ts';
import { DETECTION_FORMATS } from './detection-formats.ts';
import type { RenderCache } from './render-cache.ts';

/** A rule's own lines as the page shows them. */
export interface RuleSource {
  /** The text itself. */
  text: string;
  /** Highlighted, the parts that decided its robustness in `<mark>`; escaped. */
  html: string;
  /** Lines of the file each of those parts stands on, in their order; undefined for one that is not found. */
  parts: readonly (LineRange | undefined)[];
}

/** @param file The text of the file the rule stands in. */
export function ruleSource(detection: Detection, file: string, cache: RenderCache): RuleSource {
  const text = ownLines(file, detection);
  const { language } = DETECTION_FORMATS[detection.format];
  const places = findParts(text, detection, detection.robustness?.parts ?? []);
  const stretches = places.flatMap((place, index) => (place ? [{ ...place, number: index + 1 }] : []));
  const html = cache.get(`source:${language}:${JSON.stringify(stretches)}`, text, () =>
    highlightLines(text, language, stretches).join('\n'),
  );
  if (stretches.length === 0) return { text, html, parts: [] };
  const lineOf = lineIndex(text);
  const first = detection.lines.from - 1;
  return {
    text,
    html,
    parts: places.map(
      (place) => place && { from: first + lineOf(place.start), to: first + lineOf(place.end - 1) },
    ),
  };
}
