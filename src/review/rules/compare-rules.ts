import type { Detection } from '../../detections/detection.ts';
import { changedWithoutDate } from '../../lint/changed-without-date.ts';
import { fileNames, type Comparison } from '../comparison.ts';
import { changedPairs, type ChangedPair } from '../item-changes.ts';
import type { RuleChange } from '../rule-change.ts';
import { isMetadata, ruleAspects } from './aspects.ts';

/** Rules that came, went or are others by meaning, and how many files differ in nothing that is read. */
export interface RuleComparison {
  /** Removed, added, changed; those of metadata only last. */
  rules: RuleChange[];
  pairs: ChangedPair<Detection>[];
  unread: number;
}

export function compareRules(comparison: Comparison): RuleComparison {
  const { base, head } = comparison;
  const all = changedPairs(base.workspace.detections, head.workspace.detections, comparison);
  const [fileBefore, fileAfter] = [fileNames(base), fileNames(head)];
  const told = all.map(({ pair: { before, after }, change }): RuleChange => {
    if (!before || !after) return { ...change, aspects: [], metadataOnly: false };
    const fileOf = (one: Detection): string => (one === before ? fileBefore : fileAfter)(one);
    const aspects = ruleAspects(before, after, fileOf);
    const metadataOnly = aspects.every(isMetadata);
    const dateUntouched = !metadataOnly && changedWithoutDate(before, after);
    return { ...change, aspects, metadataOnly, ...(dateUntouched && { dateUntouched }) };
  });
  const rules = told.filter(({ change, aspects }) => change !== 'changed' || aspects.length > 0);
  return {
    rules: [
      ...rules.filter(({ metadataOnly }) => !metadataOnly),
      ...rules.filter(({ metadataOnly }) => metadataOnly),
    ],
    pairs: all,
    unread: told.length - rules.length,
  };
}
