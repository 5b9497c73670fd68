import { counted } from '../coverage/wording.ts';
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
    some(techniques.lost, (count) => `${counted(count, 'technique')} lost`),
    some(techniques['proof-lost'], (count) => `proof of ${counted(count, 'technique')} lost`),
    some(techniques.reduced, (count) => `${count} down to one rule`),
    some(techniques.gained, (count) => `${count} gained`),
    some(techniques.proven, (count) => `${count} newly proven`),
    some(techniques.lowered, (count) => `${count} lowered`),
    some(techniques.raised, (count) => `${count} raised`),
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
