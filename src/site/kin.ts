import type { Technique } from '../attack/facts.ts';
import type { Assessment } from '../coverage/assessment.ts';
import { bestFirst } from '../coverage/best-first.ts';
import type { Detection } from '../detections/detection.ts';
import { detectionPath } from '../output/paths.ts';
import { findDetection, techniqueEntry } from './lookups.ts';
import type { RelatedRule } from './related-rules.ts';

/** All that is said of a rule on the page of another one for the same technique. */
export interface KinRule {
  path: string;
  title: string;
  source: string;
  /** `tested`, or why it does not count; nothing for a claim. */
  standing: [string] | [];
}

/** Rules that speak for a technique another rule speaks for. */
export interface Kin {
  technique: Pick<Technique, 'id' | 'name'>;
  /** Those shown: counting ones first, then the most trustworthy. */
  shown: KinRule[];
  /** How many there are, the rule itself left out. */
  all: number;
}

const MOST = 8;

const sorted = new WeakMap<Assessment, Detection[]>();

/**
 * The other rules for exactly the techniques of a rule, each once, eight at most, shared out among the techniques.
 *
 * @param related Rules that are shown beside it already.
 */
export function kinOf(rule: Detection, related: readonly RelatedRule[] = []): Kin[] {
  const ids = new Set(rule.mappings.flatMap(({ resolved, path }) => (path ? [] : (resolved ?? []))));
  const entries = [...ids].flatMap((id) => techniqueEntry(id) ?? []);
  const taken = new Set([rule.key, ...related.flatMap(({ id }) => findDetection(id)?.key ?? [])]);
  let left = MOST;
  return entries.flatMap(({ technique: { id, name }, assessment }, index) => {
    const rules = rulesFor(assessment);
    const share = Math.ceil(left / (entries.length - index));
    const shown = rules.filter(({ key }) => !taken.has(key)).slice(0, share);
    for (const { key } of shown) taken.add(key);
    left -= shown.length;
    const all = rules.filter(({ key }) => key !== rule.key).length;
    return all === 0 ? [] : [{ technique: { id, name }, shown: shown.map(kinRule), all }];
  });
}

function kinRule(rule: Detection): KinRule {
  const { title, source, counts, countsNot, passingTests } = rule;
  const standing = counts ? passingTests.length > 0 && 'tested' : (countsNot ?? 'does not count');
  return { path: detectionPath(rule), title, source, standing: standing ? [standing] : [] };
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
