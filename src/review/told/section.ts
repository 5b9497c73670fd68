import type { CoverageChange } from '../coverage-change.ts';
import type { Difference } from '../difference.ts';
import type { BrokenReference } from '../playbook-change.ts';
import type { ItemRef } from '../item-ref.ts';
import type { ReviewFinding } from '../review.ts';

/** What every section has. */
interface Told {
  id: SectionId;
  /** `Coverage lost` */
  title: string;
  /** How many entries it has. */
  count: number;
  /** One sentence about all of it. */
  note?: string;
}

export type SectionId =
  | 'lost'
  | 'gained'
  | 'changed'
  | 'by-version'
  | 'broken-mappings'
  | 'rules'
  | 'playbooks'
  | 'exercises'
  | 'config'
  | 'findings';

/** A rule, a playbook or an exercise, in the words all of them are told in. */
export interface ToldItem {
  /** Of the change, as causes name it. */
  id: string;
  change: 'added' | 'removed' | 'changed';
  item: ItemRef;
  /** Path it had, where that was another. */
  from?: string;
  /** What about it, a clause each: `severity`, `metadata only`, `maps T1105`. May quote content. */
  clauses: string[];
  /** What a reviewer must see, a sentence each. May quote content. */
  warnings: string[];
  differences: Difference[];
  broken: BrokenReference[];
}

/** A part of the report, for people: Markdown and HTML say the same, each in its own way. Never without an entry. */
export type Section = Told &
  (
    | { kind: 'coverage'; changes: CoverageChange[] }
    | { kind: 'findings'; findings: ReviewFinding[] }
    | { kind: 'items'; noun: string; items: ToldItem[] }
    | { kind: 'differences'; differences: Difference[] }
  );
