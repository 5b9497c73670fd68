import type { Assessment } from '../coverage/assessment.ts';
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

const sorted = new WeakMap<Assessment, Detection[]>();

/** The other rules for exactly the techniques of a rule, each once, eight at most, shared out among the techniques. */
export function kinOf(rule: Detection, known: ReadonlySet<string> = new Set()): Kin[] {
  const ids = new Set(rule.mappings.flatMap(({ resolved, path }) => (path ? [] : (resolved ?? []))));
  const entries = [...ids].flatMap((id) => techniqueEntry(id) ?? []);
  const taken = new Set([rule.key, ...known]);
  let left = MOST;
  return entries.flatMap((entry, index) => {
    const others = rulesFor(entry.assessment).filter(({ key }) => key !== rule.key);
    const share = Math.ceil(left / (entries.length - index));
    const shown = others.filter(({ key }) => !taken.has(key)).slice(0, share);
    for (const { key } of shown) taken.add(key);
    left -= shown.length;
    return others.length === 0 ? [] : [{ entry, shown, all: others.length }];
  });
}

/** All rules for a technique in the order they are shown: put in it once, and not on the page of each of them. */
function rulesFor(assessment: Assessment): Detection[] {
  let rules = sorted.get(assessment);
  if (!rules) {
    const { detections, notCounting, library } = assessment;
    rules = [detections, library, notCounting].flatMap(bestFirst);
    sorted.set(assessment, rules);
  }
  return rules;
}
