import type { Assessment } from './assessment.ts';
import { atomicCounts } from './atomics.ts';
import { levelMeaning } from './levels.ts';

/** One technique's assessment as lines of plain text: the arithmetic as it was done. */
export function explainLines(assessment: Assessment, name: string, version: string): string[] {
  const width = Math.max(0, ...assessment.terms.map(({ because }) => because.length));
  const lines = [
    `${assessment.technique} ${name} (ATT&CK ${assessment.domain} ${version})`,
    '',
    `Level  ${assessment.level}: ${levelMeaning(assessment.level, assessment.selfAssessed)}`,
    `Score  ${assessment.score} of 100`,
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
  const { available, run } = atomicCounts(assessment.atomics);
  if (available > 0) lines.push('', `Atomic tests: ${run} of ${available} run here.`);
  if (assessment.relevance > 0) {
    const who = assessment.relevantTo.length > 0 ? `: used by ${assessment.relevantTo.join(', ')}` : '';
    lines.push('', `Relevance ${assessment.relevance} of 100${who}.`);
  }
  return lines;
}

function signed(points: number): string {
  return points < 0 ? `−${-points}` : `+${points}`;
}
