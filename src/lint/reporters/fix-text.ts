import { counted } from '../../coverage/wording.ts';
import { logLine } from '../../escape/log-line.ts';
import type { FixedFile, FixedId, FixReport } from '../fix/report.ts';
import type { ReportOptions } from '../reporter.ts';

type Paint = (style: 'dim' | 'green' | 'underline' | 'yellow', text: string) => string;

/** What a fix did, for people: each file with its new ids, then what was left and why, then the sum. */
export function fixBlocks({ files }: FixReport, { pathOf }: ReportOptions, paint: Paint): string[] {
  const nameOf = (file: FixedFile): string => paint('underline', logLine(pathOf(file)));
  const rewritten = files.filter(({ fixed }) => fixed.length > 0);
  const left = files.filter(({ refused }) => refused.length > 0);
  return [
    ...rewritten.map((file) =>
      [nameOf(file), ...file.fixed.flatMap((id) => fixedLines(id, paint))].join('\n'),
    ),
    ...left.map((file) =>
      [
        nameOf(file),
        ...file.refused.map(
          ({ range, id, reason }) => `  ${place(range)}${paint('yellow', 'left')}  ${id}: ${logLine(reason)}`,
        ),
      ].join('\n'),
    ),
    `${counted(sum(files, 'fixed'), 'id')} rewritten in ${counted(rewritten.length, 'file')}, ` +
      `${sum(files, 'refused')} left to do by hand`,
  ];
}

function fixedLines({ range, id, by, text, hint }: FixedId, paint: Paint): string[] {
  const start = `  ${place(range)}`;
  const line = `${start}${paint('green', 'fixed')}  ${id} is ${by} now, written \`${logLine(text)}\``;
  return hint === undefined ? [line] : [line, `${' '.repeat(start.length)}       ${paint('dim', hint)}`];
}

function place(range: FixedId['range']): string {
  return range ? `${range.line}:${range.column}  ` : '';
}

function sum(files: readonly FixedFile[], of: 'fixed' | 'refused'): number {
  return files.reduce((total, file) => total + file[of].length, 0);
}
