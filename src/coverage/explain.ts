import type { Assessment } from './assessment.ts';
import { atomicCounts } from './atomics.ts';
import { explainStanding } from './explain-standing.ts';
import type { TechniqueUser } from './gap.ts';
import { levelMeaning } from './levels.ts';
import { scopeReason } from './scope-reason.ts';
import { counted, listed } from './wording.ts';

/**
 * One technique's assessment as lines of plain text: the arithmetic as it was done, and what is missing.
 *
 * @param users Who makes it relevant, strongest first.
 */
export function explainLines(
  assessment: Assessment,
  name: string,
  version: string,
  users: readonly TechniqueUser[] = [],
): string[] {
  const width = Math.max(0, ...assessment.terms.map(({ because }) => because.length));
  const { missing, scope } = assessment;
  const lines = [
    `${assessment.technique} ${name} (ATT&CK ${assessment.domain} ${version})`,
    '',
    `Level      ${assessment.level}: ${levelMeaning(assessment.level, assessment.selfAssessed)}`,
    `Score      ${assessment.score} of 100`,
    `Scope      ${scopeReason(scope) ?? 'in scope'}`,
    `Relevance  ${relevanceWords(assessment, users)}`,
    `Priority   ${priorityWords(assessment)}`,
    `Missing    ${scope.state !== 'in' ? 'nothing, as it is out of scope' : missing.length > 0 ? missing.join(', ') : 'nothing'}`,
    '',
    'Why',
    ...assessment.reasons.map((reason) => `  - ${reason}`),
    '',
    'Arithmetic',
  ];
  for (const { because, points } of assessment.terms) {
    lines.push(`  ${because.padEnd(width)}  ${signed(points).padStart(4)}`);
  }
  if (assessment.terms.length === 0) lines.push('  no term applies');
  lines.push(`  ${'score'.padEnd(width)}  ${String(assessment.score).padStart(4)}`);
  if (assessment.level !== assessment.own.level || assessment.score !== assessment.own.score) {
    lines.push('', `Its own evidence alone: level ${assessment.own.level}, score ${assessment.own.score}.`);
  }
  lines.push(...explainStanding(assessment));
  const { available, run } = atomicCounts(assessment.atomics);
  if (available > 0) lines.push('', `Atomic tests: ${run} of ${available} run here.`);
  const weighted = users.filter(({ weight }) => weight !== undefined);
  if (weighted.length > 0) {
    lines.push('', 'Used by, with their weight in the threat profile');
    for (const { id, name: user, weight } of weighted)
      lines.push(`  ${String(weight).padStart(3)}  ${user}${id === user ? '' : ` (${id})`}`);
  }
  return lines;
}

function relevanceWords(
  { relevance, users: count }: Pick<Assessment, 'relevance' | 'users'>,
  users: readonly TechniqueUser[],
): string {
  if (relevance === 0) return '0 of 100: nobody who counts uses it';
  const names = users.flatMap(({ name, weight }) => (weight === undefined ? [] : [name]));
  if (names.length > 0) return `${relevance} of 100: used by ${listed(names, 4)}`;
  if (users.length > 0)
    return `${relevance} of 100: ${counted(users.length, 'group')} of ATT&CK ${users.length === 1 ? 'uses' : 'use'} it`;
  return `${relevance} of 100: the threat profile names it${count > 0 ? ', as seen here' : ''}`;
}

function priorityWords({
  priority,
  relevance,
  score,
  scope,
}: Pick<Assessment, 'priority' | 'relevance' | 'score' | 'scope'>): string {
  if (scope.state !== 'in') return '0 of 100: out of scope';
  return `${priority} of 100: relevance ${relevance}, times the ${100 - score} % its score lacks`;
}

function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}
