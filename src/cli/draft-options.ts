import { Option, type Command } from 'commander';
import type { ActorCoverage } from '../coverage/actor-coverage.ts';
import { actorCoverages } from '../coverage/actors.ts';
import { assess } from '../coverage/assess.ts';
import type { Coverage } from '../coverage/assessment.ts';
import type { TechniqueUser } from '../coverage/gap.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { chosenActor } from './chosen.ts';
import type { Io } from './io.ts';
import { openWorkspace } from './open-workspace.ts';
import { today } from './today.ts';
import { withWorkspaceOptions, type WorkspaceOptions } from './options.ts';

/** Options of every command that writes a draft. */
export interface DraftOptions extends WorkspaceOptions {
  technique?: string;
  actor?: string;
  into?: string;
}

export function withDraftOptions(command: Command, { needsTechnique }: { needsTechnique: boolean }): Command {
  const technique = needsTechnique
    ? new Option('--technique <id>', 'technique it is about').makeOptionMandatory()
    : new Option('--technique <ids>', 'techniques it is about, separated by commas');
  return withWorkspaceOptions(command)
    .addOption(technique)
    .option('--actor <actor>', 'actor it is about, by id, name or alias')
    .option('--into <dir>', 'folder to write to (default: where its like are kept)');
}

/** What a draft is drawn from. */
export interface DraftContext {
  workspace: Workspace;
  coverage: Coverage;
  /** Once for each domain that knows it; empty when no actor was asked for. */
  actor: readonly ActorCoverage[];
}

export async function openForDraft(options: DraftOptions, io: Io): Promise<DraftContext> {
  const { workspace: read } = await openWorkspace(options, io);
  const coverage = assess(read);
  // What is written today is of today, however old the newest commit is.
  const workspace = { ...read, now: options.now ?? read.config.now ?? today(io.env) };
  const actor =
    options.actor === undefined ? [] : chosenActor(options.actor, actorCoverages(workspace, coverage));
  return { workspace, coverage, actor };
}

/** An actor as one who uses a technique. Says so on stderr when nobody ever reported that. */
export function userOf(
  actor: readonly ActorCoverage[],
  technique: string,
  { io, quiet = false }: { io: Io; quiet: boolean | undefined },
): TechniqueUser[] {
  const [first] = actor;
  if (!first) return [];
  const isReported = actor.some(({ techniques }) =>
    techniques.some(({ assessment }) => assessment.technique === technique),
  );
  if (!isReported && !quiet)
    io.stderr.write(`No report has ${first.name} use ${technique}: check the hypothesis.\n`);
  return [{ id: first.type === 'own' ? first.name : first.id, name: first.name }];
}
