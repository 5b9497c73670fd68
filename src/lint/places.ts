import type { Detection, DetectionFormatId } from '../detections/detection.ts';
import type { Placement, Pointer } from '../mapping/mapping.ts';
import type { RuleFinding } from './rule.ts';

/** Where a finding is, and which item it is about. */
export type FindingPlace = Pick<RuleFinding, 'source' | 'path' | 'item' | 'at' | 'range'>;

type Field = 'id' | 'modified' | 'created';

/** Where formats state what findings point at. Of any other, a finding stands at the first line of the rule. */
const FIELDS: Partial<Record<DetectionFormatId, Partial<Record<Field, Pointer>>>> = {
  sigma: { id: ['id'], modified: ['modified'], created: ['date'] },
  'sigma-correlation': { id: ['id'], modified: ['modified'], created: ['date'] },
  'sigma-filter': { id: ['id'], modified: ['modified'], created: ['date'] },
  elastic: {
    id: ['rule', 'rule_id'],
    modified: ['metadata', 'updated_date'],
    created: ['metadata', 'creation_date'],
  },
  splunk: { id: ['id'], modified: ['date'], created: ['date'] },
  panther: { id: ['RuleID'] },
  sentinel: { id: ['id'] },
  car: { id: ['id'] },
};

/** A field of a rule, or the first line of the rule where its format has no such place or the rule leaves it out. */
export function atRule(detection: Detection, field?: Field): FindingPlace {
  const { source, path, key, lines, ordinal } = detection;
  const pointer = field && detection[field] !== undefined ? FIELDS[detection.format]?.[field] : undefined;
  const line = lines.from;
  return {
    source,
    path,
    item: key,
    ...(pointer ? { at: { ordinal, pointer } } : { range: { line, column: 1, endLine: line, endColumn: 2 } }),
  };
}

/** A place of a playbook or an exercise by its pointer. */
export function inItem({ source, path, key }: Placement, pointer: Pointer): FindingPlace {
  return { source, path, item: key, at: { ordinal: 0, pointer } };
}

/** The beginning of a line of a playbook's file. */
export function onLine({ source, path, key }: Placement, line: number): FindingPlace {
  return { source, path, item: key, range: { line, column: 1, endLine: line, endColumn: 2 } };
}

/** Whether the lines of a playbook's body are lines of its file: formats in YAML, TOML and notebooks have others. */
export function isMarkdown({ path }: Pick<Placement, 'path'>): boolean {
  return /\.(?:md|mdx|markdown)$/i.test(path);
}
