import type { Finding } from '../findings/finding.ts';
import type { Mapping, Pointer, TacticMapping } from '../mapping/mapping.ts';
import type { Detection } from './detection.ts';

/** Detections that know each other, and the references that lead nowhere. */
export interface Correlated {
  detections: Detection[];
  /** `sigma/unknown-reference`, one for each; `at` is where the reference stands. */
  findings: { finding: Finding; at: { ordinal: number; pointer: Pointer } }[];
}

/**
 * Connects Sigma correlations and filters with the rules they name by id or name, first those of the same source.
 * A correlation inherits the techniques and tactics of its rules (correlations of correlations included) beside
 * its own; a rule gets the keys of the filters that narrow it.
 */
export function correlate(detections: readonly Detection[]): Correlated {
  const find = referenceIndex(detections);
  const filters = new Map<string, string[]>();
  const findings: Correlated['findings'] = [];
  for (const detection of detections) {
    for (const [index, reference] of detection.refersTo.entries()) {
      const targets = find(detection, reference);
      if (targets.length === 0) findings.push(unknownReference(detection, reference, index));
      if (detection.format !== 'sigma-filter') continue;
      for (const { key } of targets) filters.set(key, [...(filters.get(key) ?? []), detection.key]);
    }
  }
  const connected = detections.map((detection) => {
    const narrowing = filters.get(detection.key);
    const filtered = narrowing ? { ...detection, filters: [...new Set(narrowing)].sort() } : detection;
    return detection.format === 'sigma-correlation' ? inherit(filtered, find) : filtered;
  });
  return { detections: connected, findings };
}

type Find = (from: Detection, reference: string) => readonly Detection[];

/** A name may be used by several rules of a source (all copies of a rule are meant), an id should not. */
function referenceIndex(detections: readonly Detection[]): Find {
  const bySource = new Map<string, Map<string, Detection[]>>();
  const anywhere = new Map<string, Detection[]>();
  for (const detection of detections) {
    const own = bySource.get(detection.source) ?? new Map<string, Detection[]>();
    bySource.set(detection.source, own);
    for (const reference of new Set([detection.id, detection.name])) {
      if (reference === undefined) continue;
      for (const index of [own, anywhere]) {
        const same = index.get(reference);
        if (same) same.push(detection);
        else index.set(reference, [detection]);
      }
    }
  }
  return (from, reference) => {
    const found = bySource.get(from.source)?.get(reference) ?? anywhere.get(reference) ?? [];
    return found.filter(({ key }) => key !== from.key);
  };
}

function inherit(correlation: Detection, find: Find): Detection {
  const rules = rulesUnder(correlation, find);
  const mappings = new Map<string, Mapping>();
  const tactics = new Map<string, TacticMapping>();
  for (const mapping of correlation.mappings) mappings.set(mapping.id, mapping);
  for (const tactic of correlation.tactics) tactics.set(tactic.shortname ?? tactic.written, tactic);
  for (const rule of rules) {
    for (const mapping of rule.mappings) {
      if (!mappings.has(mapping.id)) {
        mappings.set(mapping.id, { ...mapping, provenance: 'inherited', pointer: ['correlation', 'rules'] });
      }
    }
    for (const tactic of rule.tactics) {
      const name = tactic.shortname ?? tactic.written;
      if (!tactics.has(name)) tactics.set(name, { ...tactic, pointer: ['correlation', 'rules'] });
    }
  }
  return { ...correlation, mappings: [...mappings.values()], tactics: [...tactics.values()] };
}

/** Every rule a correlation stands on, each once; correlations may name correlations, even themselves in a circle. */
function rulesUnder(correlation: Detection, find: Find): Detection[] {
  const seen = new Set([correlation.key]);
  const rules: Detection[] = [];
  const queue = [correlation];
  for (let next = queue.pop(); next; next = queue.pop()) {
    for (const reference of next.refersTo) {
      for (const rule of find(next, reference)) {
        if (seen.has(rule.key)) continue;
        seen.add(rule.key);
        rules.push(rule);
        if (rule.format === 'sigma-correlation') queue.push(rule);
      }
    }
  }
  return rules;
}

function unknownReference(
  { format, source, path, key, ordinal }: Detection,
  reference: string,
  index: number,
): Correlated['findings'][number] {
  const part = format === 'sigma-filter' ? 'filter' : 'correlation';
  return {
    finding: {
      rule: 'sigma/unknown-reference',
      severity: 'warning',
      message: `Unexpected rule \`${reference}\` in \`${part}.rules\`, expected the id or the name of a rule in one of the sources`,
      hint: 'Correct the reference, or add the source that holds the rule.',
      source,
      path,
      item: key,
    },
    at: { ordinal, pointer: [part, 'rules', index] },
  };
}
