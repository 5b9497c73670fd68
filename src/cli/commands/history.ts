import { InvalidArgumentError, Option } from 'commander';
import { assess } from '../../coverage/assess.ts';
import { pointDates } from '../../coverage/history/point-dates.ts';
import { historyReport } from '../../export/api/history.ts';
import type { Config } from '../../workspace/config.ts';
import { historyLines } from '../history-lines.ts';
import { openHistory } from '../open-history.ts';
import { openWorkspace } from '../open-workspace.ts';
import { isoDate, withWorkspaceOptions, type WorkspaceOptions } from '../options.ts';
import type { AddCommand } from '../program.ts';
import { UsageError } from '../usage-error.ts';

const STEPS = ['week', 'month', 'quarter', 'year'] as const satisfies Config['history']['every'][];

interface HistoryCommandOptions extends WorkspaceOptions {
  points?: number;
  every?: Config['history']['every'];
  at?: string[];
  json?: boolean;
}

/** What is looked at where neither the config nor the command line says. */
const POINTS = 12;

/** `coverbook history`: coverage at earlier commits, and what changed in between. */
export const addHistory: AddCommand = (program, io) => {
  withWorkspaceOptions(program.command('history'))
    .description('print coverage at earlier commits of the deployed sources, and what changed in between')
    .addOption(
      new Option(
        '--points <number>',
        `how many earlier states (default: the config's, or ${POINTS})`,
      ).argParser(pointsOf),
    )
    .addOption(new Option('--every <step>', "time between two (default: the config's)").choices(STEPS))
    .addOption(
      new Option('--at <date>', 'an earlier date to look at; may be given several times')
        .argParser((value: string, before?: string[]) => [...(before ?? []), isoDate(value)])
        .conflicts(['points', 'every']),
    )
    .option('--json', 'as one JSON document, the same as api/history.json')
    .action(async (options: HistoryCommandOptions) => {
      const loaded = await openWorkspace(options, io);
      const { config, now } = loaded.workspace;
      const dates = options.at
        ? earlierDates(options.at, now)
        : pointDates(now, {
            points: options.points ?? (config.history.points || POINTS),
            every: options.every ?? config.history.every,
          });
      const coverage = assess(loaded.workspace);
      const history = await openHistory(loaded, coverage, options, io, dates);
      if (!history) return;
      const report = historyReport(history, coverage);
      io.stdout.write(
        options.json ? `${JSON.stringify(report, null, 2)}\n` : `${historyLines(report).join('\n')}\n`,
      );
    });
};

function pointsOf(value: string): number {
  const points = Number(value);
  if (!Number.isInteger(points) || points < 1 || points > 120)
    throw new InvalidArgumentError('Expected a number from 1 to 120.');
  return points;
}

/** Each once, oldest first. */
function earlierDates(dates: readonly string[], now: string): string[] {
  const late = dates.find((date) => date >= now);
  if (late !== undefined) {
    throw new UsageError(
      `${late} is no earlier state: the present is that of ${now}.`,
      'Give dates before it with --at, or move the present with --now.',
    );
  }
  return [...new Set(dates)].sort();
}
