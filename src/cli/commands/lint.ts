import { Option } from 'commander';
import { counted } from '../../coverage/wording.ts';
import { exceeds, GATES, type Gate } from '../../lint/gate.ts';
import { REPORTERS } from '../../lint/reporters.ts';
import { textReporter } from '../../lint/reporters/text.ts';
import type { FixReport } from '../../lint/fix/report.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { EXIT } from '../exit-codes.ts';
import { fixContent, outdatedInGit } from '../fix-content.ts';
import { openWorkspace } from '../open-workspace.ts';
import { reportOptions } from '../report-options.ts';
import { withWorkspaceOptions, type WorkspaceOptions } from '../options.ts';
import type { Io } from '../io.ts';
import type { AddCommand } from '../program.ts';

interface LintOptions extends WorkspaceOptions {
  format: string;
  json?: boolean;
  failOn: Gate;
  notes: boolean;
  fix?: boolean;
}

/** `coverbook lint`: every finding of reading, of mapping and of the rules, with a gate for CI. */
export const addLint: AddCommand = (program, io, exit) => {
  withWorkspaceOptions(program.command('lint'))
    .description('report what is wrong with files, mappings, rules, playbooks and exercises')
    .addOption(
      new Option('--format <format>', 'report format').choices(REPORTERS.map(({ id }) => id)).default('text'),
    )
    .option('--json', 'short for --format json')
    .addOption(
      new Option('--fail-on <severity>', 'exit 1 from this severity on').choices(GATES).default('error'),
    )
    .option('--no-notes', 'leave notes out of the report')
    .option('--fix', 'write the successors of revoked ids into the files of folder sources')
    .action(async (options: LintOptions) => {
      let { workspace } = await openWorkspace(options, io, { history: true });
      const fixes = options.fix ? await fix(workspace, options, io) : undefined;
      if (fixes?.files.some(({ fixed }) => fixed.length > 0))
        ({ workspace } = await openWorkspace(options, io));
      const findings = workspace.findings.filter(({ severity }) => options.notes || severity !== 'note');
      const id = options.json ? 'json' : options.format;
      const reporter = REPORTERS.find((candidate) => candidate.id === id) ?? textReporter;
      io.stdout.write(
        reporter.report(findings, { ...reportOptions(workspace, io), ...(fixes && { fixes }) }),
      );
      if (exceeds(findings, options.failOn)) exit(EXIT.findings);
    });
};

async function fix(workspace: Workspace, { quiet }: LintOptions, io: Io): Promise<FixReport> {
  const report = await fixContent(workspace);
  for (const [source, count] of quiet ? [] : outdatedInGit(workspace))
    io.stderr.write(`${counted(count, 'outdated id')} left in ${source}: it is read from Git.\n`);
  return report;
}
