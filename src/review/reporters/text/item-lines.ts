import { logLine } from '../../../escape/log-line.ts';
import { pathOf } from '../../told/addresses.ts';
import type { ToldItem } from '../../told/section.ts';
import { differenceLines } from './difference-lines.ts';
import type { Paint } from './paint.ts';

const STYLES = { added: 'green', removed: 'red', changed: 'yellow' } as const;

/** A rule, a playbook or an exercise: what it is, where, what about it, and how it differs below. */
export function itemLines(told: ToldItem, paint: Paint): string[] {
  const { change, item, clauses, warnings, differences, broken } = told;
  const place = logLine(`${pathOf(item)}${change === 'removed' ? '' : `:${item.line ?? 1}`}`);
  return [
    `${paint(STYLES[change], change)}  ${logLine(item.title)}  ${paint('dim', place)}`,
    ...(clauses.length > 0 ? [`  ${logLine(clauses.join(', '))}`] : []),
    ...warnings.map((warning) => `  ${paint('yellow', logLine(warning))}`),
    ...broken.map(({ why, line }) => {
      const where = line === undefined ? '' : ` (line ${line})`;
      return `  ${paint('red', 'broken reference')}${where}: ${logLine(why)}`;
    }),
    ...differences.flatMap((difference) => differenceLines(difference, paint)).map((line) => `    ${line}`),
  ];
}
