import { logLine } from '../../../escape/log-line.ts';
import { counted } from '../../../coverage/wording.ts';
import type { CoverageChange, CoverageChangeKind } from '../../coverage-change.ts';
import { KIND_WORDS, parentClause, stepsOf } from '../../told/words.ts';
import type { Paint } from './paint.ts';

/** Causes told of one technique. */
const MOST_CAUSES = 5;

const STYLES: Record<CoverageChangeKind, 'red' | 'yellow' | 'green'> = {
  lost: 'red',
  'proof-lost': 'red',
  reduced: 'yellow',
  lowered: 'yellow',
  gained: 'green',
  proven: 'green',
  raised: 'green',
};

/** A technique: what became of it, its level, score and rules, and why, a cause a line. */
export function coverageLines(change: CoverageChange, paint: Paint): string[] {
  const { kind, technique, name, tactics, causes } = change;
  const { level, score, rules } = stepsOf(change);
  const above = parentClause(change);
  const shown = causes.slice(0, MOST_CAUSES).map(({ text }) => text);
  const more = causes.length - shown.length;
  return [
    `${paint(STYLES[kind], KIND_WORDS[kind])}  ${logLine(`${technique} ${name}`)} ${paint('dim', `(${logLine(tactics.join(', '))})`)}`,
    `  level ${logLine(level)}, score ${logLine(score)}, rules ${logLine(rules)}`,
    ...(above === undefined ? [] : [`  ${logLine(above)}`]),
    ...shown.map((text) => `  ${logLine(text)}`),
    ...(more > 0 ? [`  ${paint('dim', `and ${counted(more, 'more cause')}`)}`] : []),
  ];
}
