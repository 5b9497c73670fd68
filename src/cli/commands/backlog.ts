import { assess } from '../../coverage/assess.ts';
import { backlogOf } from '../../coverage/backlog.ts';
import type { BacklogItem } from '../../coverage/backlog-item.ts';
import { startOfTechnique } from '../../coverage/start-of-technique.ts';
import { backlogReport } from '../../export/api/backlog.ts';
import { BACKLOG_KINDS, backlogLines } from '../backlog-lines.ts';
import { chosenProfile, chosenWord } from '../chosen.ts';
import { findTechnique } from '../find-technique.ts';
import { openWorkspace } from '../open-workspace.ts';
import {
  limitOption,
  profileOption,
  shownFirst,
  withWorkspaceOptions,
  type WorkspaceOptions,
} from '../options.ts';
import { profileWords } from '../profile-words.ts';
import type { AddCommand } from '../program.ts';

interface Options extends WorkspaceOptions {
  kind?: string;
  profile?: string;
  limit?: number;
  json?: boolean;
  start?: string;
}

/** `coverbook backlog`: hunts that are due, hunts nobody wrote, and a file to start one from. */
export const addBacklog: AddCommand = (program, io) => {
  withWorkspaceOptions(program.command('backlog'))
    .description('print which hunts are due and which nobody ever wrote, or a playbook to start one from')
    .option('--kind <kinds>', `only some of ${BACKLOG_KINDS.join(',')}`)
    .addOption(profileOption())
    .addOption(limitOption())
    .option('--start <technique>', 'print a ready playbook file for this technique and nothing else')
    .option('--json', 'as one JSON document')
    .action(async (options: Options) => {
      const { workspace } = await openWorkspace(options, io);
      const coverage = assess(workspace);
      const profile = chosenProfile(coverage, options.profile);
      if (options.start !== undefined) {
        const { assessment } = findTechnique(options.start, workspace, coverage);
        io.stdout.write(startOfTechnique(workspace, coverage, assessment, profile)?.text ?? '');
        return;
      }
      const kinds =
        options.kind?.split(',').map((kind) => chosenWord(kind, BACKLOG_KINDS, 'kind')) ?? BACKLOG_KINDS;
      const items = backlogOf(workspace, coverage, profile).filter(({ kind }) => kinds.includes(kind));
      if (options.json) {
        const report = backlogReport(workspace, profile, items.slice(0, options.limit));
        io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
        return;
      }
      const totals = new Map(
        [...Map.groupBy(items, ({ kind }) => kind)].map(([kind, of]) => [kind, of.length]),
      );
      const shown: readonly BacklogItem[] = shownFirst(items, options.limit);
      const lines = [
        `Hunt backlog as of ${workspace.now} for ${profileWords(profile)}`,
        '',
        ...(shown.length > 0 ? backlogLines(shown, totals) : ['Nothing is due, and nothing waits.', '']),
        ...(totals.has('never-hunted')
          ? ['`coverbook backlog --start T1234` prints a playbook file to start a hunt from.']
          : []),
      ];
      io.stdout.write(`${lines.join('\n').trimEnd()}\n`);
    });
};
