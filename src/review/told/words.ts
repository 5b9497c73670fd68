import { counted } from '../../coverage/wording.ts';
import type { CoverageChange, CoverageChangeKind, Standing } from '../coverage-change.ts';
import type { Difference } from '../difference.ts';
import type { RuleAspect } from '../rule-change.ts';

/** What a link to the page of a change says. */
export const BEFORE_AND_AFTER = 'Before and after';

/** What became of a technique, as its row says it. */
export const KIND_WORDS: Record<CoverageChangeKind, string> = {
  lost: 'lost',
  'proof-lost': 'proof lost',
  reduced: 'one rule left',
  gained: 'gained',
  proven: 'proven now',
  lowered: 'lowered',
  raised: 'raised',
};

/** What about a rule is another. */
export const ASPECT_WORDS: Record<RuleAspect, string> = {
  mapping: 'mapping',
  status: 'status',
  severity: 'severity',
  query: 'query',
  exclusions: 'exclusions',
  'log-source': 'log source',
  tests: 'tests',
  'false-positives': 'false positives',
  moved: 'moved',
  renamed: 'renamed',
  'new-id': 'new id',
  metadata: 'metadata',
};

/** Levels, scores and counts of a technique as steps; one word where nothing changed. */
export interface Steps {
  level: string;
  score: string;
  rules: string;
}

/** `claimed → none`, `34 → 0`, `1 → 0` */
export function stepsOf({ before, after }: Pick<CoverageChange, 'before' | 'after'>): Steps {
  return {
    level: step(levelOf(before), levelOf(after)),
    score: step(before.score, after.score),
    rules: step(before.rules, after.rules),
  };
}

function levelOf({ level, inScope }: Standing): string {
  return inScope ? level : 'out of scope';
}

function step(before: string | number, after: string | number): string {
  return before === after ? String(after) : `${before} → ${after}`;
}

/** What is left above a sub-technique that was lost: `T1059 is still covered (claimed)`. */
export function parentClause({ kind, parent }: CoverageChange): string | undefined {
  if (!parent || kind !== 'lost') return undefined;
  return parent.covered
    ? `${parent.technique} above it is still covered (${parent.level})`
    : `${parent.technique} above it is not covered either (${parent.level})`;
}

/** `2 words added, 1 removed` */
export function sizeOf({ unit, added, removed }: Extract<Difference, { kind: 'text' }>): string {
  const noun = unit.slice(0, -1);
  if (added === 0) return `${counted(removed, noun)} removed`;
  return `${counted(added, noun)} added${removed === 0 ? '' : `, ${removed} removed`}`;
}
