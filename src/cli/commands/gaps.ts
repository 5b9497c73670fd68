import { actorCoverages } from '../../coverage/actors.ts';
import { assess } from '../../coverage/assess.ts';
import { gapsOf } from '../../coverage/gaps.ts';
import { counted } from '../../coverage/wording.ts';
import { gapsReport } from '../../export/api/gaps.ts';
import { chosenActor, chosenDomains, chosenProfile } from '../chosen.ts';
import { gapFilter, type GapOptions } from '../gap-filter.ts';
import { gapLines } from '../gap-lines.ts';
import { openWorkspace } from '../open-workspace.ts';
import {
  limitOption,
  profileOption,
  shownFirst,
  withWorkspaceOptions,
  type WorkspaceOptions,
} from '../options.ts';
import { profileFor, profileWords } from '../profile-words.ts';
import type { AddCommand } from '../program.ts';

interface Options extends WorkspaceOptions, GapOptions {
  domain?: string;
  actor?: string;
  profile?: string;
  limit?: number;
  json?: boolean;
}

/** `coverbook gaps`: what to build next, and what is at hand for it. */
export const addGaps: AddCommand = (program, io) => {
  withWorkspaceOptions(program.command('gaps'))
    .description('print what to build next: techniques that matter and lack something, ranked')
    .option('--domain <domain>', 'only this domain')
    .option('--platform <platform>', 'only techniques of this platform, for example Windows')
    .option('--tactic <tactic>', 'only techniques of this tactic, by id or name')
    .option('--actor <actor>', 'only techniques of this actor, by id, name or alias')
    .option('--missing <kinds>', 'only techniques that lack one of these, for example rule,test')
    .addOption(profileOption())
    .addOption(limitOption())
    .option('--json', 'as one JSON document')
    .action(async (options: Options) => {
      const { workspace } = await openWorkspace(options, io);
      const coverage = assess(workspace);
      const ofTeam = chosenProfile(coverage, options.profile);
      const actors =
        options.actor === undefined
          ? undefined
          : chosenActor(options.actor, actorCoverages(workspace, coverage, ofTeam));
      const domains = chosenDomains(workspace, options.domain, actors);
      const profile = actors ? profileFor(actors, ofTeam) : ofTeam;
      const isAskedFor = gapFilter(options, workspace, domains, actors);
      const byDomain = domains.map((domain) => ({
        domain,
        gaps: gapsOf(workspace, coverage, domain, profile).filter(isAskedFor),
      }));
      if (options.json) {
        const gaps = byDomain.flatMap((one) => one.gaps.slice(0, options.limit));
        io.stdout.write(`${JSON.stringify(gapsReport(workspace, profile, gaps), null, 2)}\n`);
        return;
      }
      const lines = byDomain.flatMap(({ domain, gaps }) => {
        const shown = shownFirst(gaps, options.limit);
        const knowledge = workspace.knowledge.get(domain);
        if (!knowledge) return [];
        return [
          `${counted(gaps.length, 'gap')} in ATT&CK ${domain} ${knowledge.version} for ${profileWords(profile, actors)}`,
          '',
          ...(shown.length > 0 ? gapLines(shown, knowledge) : []),
          ...(shown.length < gaps.length
            ? [`${gaps.length - shown.length} more: --limit ${gaps.length}`, '']
            : []),
        ];
      });
      io.stdout.write(`${lines.join('\n').trimEnd()}\n`);
    });
};
