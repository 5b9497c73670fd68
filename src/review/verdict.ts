import { counted } from '../coverage/wording.ts';
import { COVERAGE_CHANGE_KINDS, type CoverageChangeKind } from './coverage-change.ts';
import type { ReviewSummary } from './review.ts';

/** Everything in one line: what was lost first, and only what there is. */
export function verdictLine({
  techniques,
  byVersion,
  rules,
  playbooks,
  exercises,
  findings,
}: ReviewSummary): string {
  const parts = [
    ...techniqueWords(techniques),
    some(byVersion, (count) => `${count} changed by the ATT&CK version`),
    itemWords('rule', rules),
    itemWords('playbook', playbooks),
    itemWords('exercise', exercises),
    some(findings.error, (count) => counted(count, 'new error')),
    some(findings.warning, (count) => counted(count, 'new warning')),
    some(findings.note, (count) => counted(count, 'new note')),
  ].flat();
  return parts.length === 0 ? 'Nothing changes' : parts.join(' · ');
}

const TECHNIQUE_WORDS: Record<CoverageChangeKind, string> = {
  lost: 'lost',
  'proof-lost': 'not proven any more',
  reduced: 'down to one rule',
  gained: 'gained',
  proven: 'newly proven',
  lowered: 'lowered',
  raised: 'raised',
};

/** `1 technique lost`, `2 gained` */
function techniqueWords(techniques: ReviewSummary['techniques']): string[] {
  const told = COVERAGE_CHANGE_KINDS.filter((kind) => techniques[kind] > 0);
  return told.map((kind, index) => {
    const count = techniques[kind];
    return `${index === 0 ? counted(count, 'technique') : count} ${TECHNIQUE_WORDS[kind]}`;
  });
}

function some(count: number, words: (count: number) => string): string[] {
  return count === 0 ? [] : [words(count)];
}

/** `1 rule removed, 2 added, 1 changed` */
function itemWords(noun: string, { removed, added, changed }: ReviewSummary['rules']): string[] {
  const counts = Object.entries({ removed, added, changed }).filter(([, count]) => count > 0);
  const words = counts.map(
    ([change, count], index) => `${index === 0 ? counted(count, noun) : count} ${change}`,
  );
  return words.length === 0 ? [] : [words.join(', ')];
}
