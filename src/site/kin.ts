import { bestFirst } from '../coverage/best-first.ts';
import type { Detection } from '../detections/detection.ts';
import { techniqueEntry, type TechniqueEntry } from './lookups.ts';

/** Rules that speak for a technique another rule speaks for. */
export interface Kin {
  entry: TechniqueEntry;
  /** Those shown: counting ones first, then the most trustworthy. */
  shown: Detection[];
  /** How many there are, the rule itself left out. */
  all: number;
}

const MOST = 8;

/** The other rules for exactly the techniques of a rule, each once, eight at most, shared out among the techniques. */
export function kinOf(rule: Detection, known: ReadonlySet<string> = new Set()): Kin[] {
  const ids = new Set(rule.mappings.flatMap(({ resolved, path }) => (path ? [] : (resolved ?? []))));
  const entries = [...ids].flatMap((id) => techniqueEntry(id) ?? []);
  const taken = new Set([rule.key, ...known]);
  let left = MOST;
  return entries.flatMap((entry, index) => {
    const { detections, notCounting, library } = entry.assessment;
    const others = [bestFirst(detections), bestFirst(library), bestFirst(notCounting)]
      .flat()
      .filter(({ key }) => key !== rule.key);
    const share = Math.ceil(left / (entries.length - index));
    const shown = others.filter(({ key }) => !taken.has(key)).slice(0, share);
    for (const { key } of shown) taken.add(key);
    left -= shown.length;
    return others.length === 0 ? [] : [{ entry, shown, all: others.length }];
  });
}
