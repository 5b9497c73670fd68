import { Option, type Command } from 'commander';
import { DOMAINS, type Domain } from '../../attack/domain.ts';
import { openWorkspace } from '../open-workspace.ts';
import { withWorkspaceOptions, type WorkspaceOptions } from '../options.ts';
import { openVersions } from '../open-versions.ts';
import type { Io } from '../io.ts';

interface ChangesOptions extends WorkspaceOptions {
  from?: string;
  to?: string;
  domain?: Domain;
  format: string;
  json?: boolean;
}

/** `coverbook attack changes`: what a step from one ATT&CK version to another does to what the sources hold. */
export function addAttackChanges(attack: Command, io: Io): void {
  withWorkspaceOptions(attack.command('changes'))
    .description('say what a new ATT&CK version changes for your detections, playbooks and exercises')
    .option('--from <version>', 'the version before (default: the newest but one there is)')
    .option('--to <version>', 'the version after (default: the newest there is)')
    .addOption(
      new Option('--domain <domain>', 'ATT&CK domain (default: the first of the config)').choices(DOMAINS),
    )
    .addOption(
      new Option('--format <format>', 'report format').choices(['text', 'json', 'markdown']).default('text'),
    )
    .option('--json', 'short for --format json')
    .action(async (options: ChangesOptions) => {
      const { workspace } = await openWorkspace(options, io);
      const { from, to } = await openVersions(options, workspace, io);
      const { versionImpact } = await import('../../versions/impact.ts');
      const { IMPACT_REPORTERS } = await import('../../versions/reporters.ts');
      const { displayPaths } = await import('../../lint/display-path.ts');
      const id = options.json ? 'json' : options.format;
      const reporter = IMPACT_REPORTERS.find((candidate) => candidate.id === id);
      const impact = versionImpact(workspace, from, to);
      io.stdout.write(reporter?.report(impact, displayPaths(workspace.sources, io.cwd)) ?? '');
    });
}
