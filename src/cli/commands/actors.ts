import type { ActorCoverage } from '../../coverage/actor-coverage.ts';
import { actorCoverages } from '../../coverage/actors.ts';
import { assess } from '../../coverage/assess.ts';
import type { Coverage, ProfileRelevance } from '../../coverage/assessment.ts';
import { gapsOf } from '../../coverage/gaps.ts';
import { counted } from '../../coverage/wording.ts';
import { actorsReport } from '../../export/api/actors.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { actorLines, actorTable } from '../actor-lines.ts';
import { chosenActor, chosenProfile } from '../chosen.ts';
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

interface Options extends WorkspaceOptions {
  actor?: string;
  profile?: string;
  limit?: number;
  json?: boolean;
}

/** `coverbook actors`: how much of what the actors that matter do is covered; one of them in depth. */
export const addActors: AddCommand = (program, io) => {
  withWorkspaceOptions(program.command('actors'))
    .description('print how much of what actors do is covered, side by side or one in depth')
    .option('--actor <actor>', 'one actor in depth, by id, name or alias')
    .addOption(profileOption())
    .addOption(limitOption())
    .option('--json', 'as one JSON document')
    .action(async (options: Options) => {
      const { workspace } = await openWorkspace(options, io);
      const coverage = assess(workspace);
      const profile = chosenProfile(coverage, options.profile);
      const all = actorCoverages(workspace, coverage, profile);
      const chosen = options.actor === undefined ? undefined : chosenActor(options.actor, all);
      if (options.json) {
        const report = actorsReport(workspace, profile, (chosen ?? all).slice(0, options.limit));
        io.stdout.write(`${JSON.stringify(report, null, 2)}\n`);
        return;
      }
      const lines = chosen
        ? inDepth(chosen, { workspace, coverage, profile, limit: options.limit })
        : overview(all, profile, options.limit);
      io.stdout.write(`${lines.join('\n').trimEnd()}\n`);
    });
};

/** The profile's actors; where there is no profile, the groups with most techniques. */
function overview(
  all: readonly ActorCoverage[],
  profile: ProfileRelevance | undefined,
  limit: number | undefined,
): string[] {
  const listed = all.filter(({ weight }) => weight !== undefined);
  const groups = all.filter(({ type }) => type === 'group').sort((a, b) => b.total - a.total);
  const rows = profile?.profile ? listed : groups;
  const shown = shownFirst(rows, limit);
  return [
    profile?.profile
      ? `Actors of ${profileWords(profile)}`
      : 'Groups of ATT&CK by how much they do (no threat profile)',
    '',
    ...actorTable(shown),
    ...(shown.length < rows.length ? ['', `${rows.length - shown.length} more: --limit ${rows.length}`] : []),
  ];
}

function inDepth(
  inDomains: readonly ActorCoverage[],
  of: {
    workspace: Workspace;
    coverage: Coverage;
    profile: ProfileRelevance | undefined;
    limit: number | undefined;
  },
): string[] {
  const profile = profileFor(inDomains, of.profile);
  return inDomains.flatMap((actor) => {
    const knowledge = of.workspace.knowledge.get(actor.domain);
    if (!knowledge) return [];
    const uses = new Set(actor.techniques.map(({ assessment }) => assessment.technique));
    const gaps = gapsOf(of.workspace, of.coverage, actor.domain, profile).filter(({ technique }) =>
      uses.has(technique),
    );
    const shown = gaps.slice(0, of.limit ?? 10);
    return [
      ...actorLines(actor, knowledge),
      `${counted(gaps.length, 'gap')} for ${profileWords(profile, inDomains)}`,
      ...(shown.length > 0 ? ['', ...gapLines(shown, knowledge)] : ['']),
      ...(shown.length < gaps.length
        ? [`${gaps.length - shown.length} more: --limit ${gaps.length}`, '']
        : []),
    ];
  });
}
