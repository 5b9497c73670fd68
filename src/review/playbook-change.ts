import type { Difference, TextPart } from './difference.ts';
import type { ItemChange, Place } from './item-ref.ts';

/** A section of a body that came, went or reads another way. */
export interface SectionChange {
  change: 'added' | 'removed' | 'changed';
  title: string;
  /** What it was called, where that was something else. */
  titleBefore?: string;
  /** `hypothesis`, `execution`, `blind-spots`… where the heading says so. */
  role?: string;
  /** Of the heading, in the head's file; in the base's for a removed one. */
  line: number;
  /** Words that came and went. */
  added: number;
  removed: number;
  /** Word by word, Markdown source; long unchanged stretches are gaps. */
  parts: TextPart[];
}

/** A reference that leads nowhere at the head and did not at the base, or is new. */
export interface BrokenReference extends Place {
  /** As written. */
  written: string;
  /** One sentence: what it was expected to lead to. */
  why: string;
}

/** A playbook that came, went or says something else. */
export interface PlaybookChange extends ItemChange {
  /** The hypothesis, word by word, where it differs. */
  hypothesis?: Difference;
  /** Queries line by line, named by platform and language. */
  queries: Difference[];
  /** Front matter by field, what it maps first. */
  fields: Difference[];
  /** Hypothesis and execution first, then in the order of the text. */
  sections: SectionChange[];
  brokenReferences: BrokenReference[];
  /** What it says changed, and the date of its review did not. */
  reviewUntouched: boolean;
}
