import { logLine } from '../../../escape/log-line.ts';
import type { ReviewFinding } from '../../review.ts';
import { pathOf } from '../../told/addresses.ts';
import type { Paint } from './paint.ts';

const STYLES = { error: 'red', warning: 'yellow', note: 'blue' } as const;

/** A finding: how grave, what, by which check; where, and what to do. */
export function findingLines(finding: ReviewFinding, paint: Paint): string[] {
  const { severity, message, rule, hint, range } = finding;
  const place = range ? `:${range.line}:${range.column}` : '';
  return [
    `${paint(STYLES[severity], severity)}  ${logLine(message)}  ${paint('dim', logLine(rule))}`,
    `  ${paint('dim', logLine(`${pathOf(finding)}${place}`))}`,
    ...(hint === undefined ? [] : [`  ${logLine(hint)}`]),
  ];
}
