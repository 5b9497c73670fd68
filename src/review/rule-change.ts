import type { Difference } from './difference.ts';
import type { ItemChange } from './item-ref.ts';

/** What a difference of a rule means, in the order they are told. `metadata`: no alert is another for it. */
export const RULE_ASPECTS = [
  'mapping',
  'status',
  'severity',
  'query',
  'exclusions',
  'log-source',
  'tests',
  'false-positives',
  'moved',
  'renamed',
  'new-id',
  'metadata',
] as const;
export type RuleAspect = (typeof RULE_ASPECTS)[number];

/** A detection that came, went or is another by meaning. */
export interface RuleChange extends ItemChange {
  /** In the order of `RULE_ASPECTS`, each at most once; empty for what was added or removed. */
  aspects: { aspect: RuleAspect; differences: Difference[] }[];
  /** Nothing but metadata, its title or its place. */
  metadataOnly: boolean;
  /** It means something else, and its date says that it was not changed. */
  dateUntouched?: true;
}
