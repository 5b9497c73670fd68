import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { MappingContext } from '../mapping/check.ts';
import type { Workspace } from './workspace.ts';
import { assembleAtomics } from './assemble-atomics.ts';
import { assembleDetections } from './assemble-detections.ts';
import { assembleExercises } from './assemble-exercises.ts';
import { assemblePlaybooks } from './assemble-playbooks.ts';
import { assembleThreats } from './assemble-threats.ts';
import { assembleDecisions } from './assemble-decisions.ts';
import { assembleVisibility } from './assemble-visibility.ts';
import { checkSimulations } from './check-simulations.ts';
import type { Config } from './config.ts';
import { accountFor } from './file-account.ts';
import type { PendingFinding } from './pending-finding.ts';
import type { PlacedSource } from './place.ts';
import type { ReadFile } from './read-content.ts';
import { newestDate } from './now.ts';

/** A source with its history and what was read from it. */
export interface ReadSource extends PlacedSource {
  contents: readonly ReadFile[];
}

export interface Ingredients {
  config: Config;
  knowledge: ReadonlyMap<Domain, KnowledgeBase>;
  /** ATT&CK as the mapping checks see it. */
  context: MappingContext;
  sources: readonly ReadSource[];
  /** ISO date; wins over the config's. */
  now?: string | undefined;
}

/** Turns what was read into one workspace. Pure; findings still lack their lines. */
export function assemble(ingredients: Ingredients): {
  workspace: Omit<Workspace, 'findings'>;
  pending: PendingFinding[];
} {
  const { config, knowledge, sources } = ingredients;
  const now = ingredients.now ?? config.now ?? newestDate(sources);
  const pending = [...readingFindings(sources), ...sizeFindings(sources), ...unreadableFindings(sources)];
  const detections = assembleDetections(ingredients, pending);
  const playbooks = assemblePlaybooks(ingredients, now, detections, pending);
  const exercises = assembleExercises(ingredients, detections, playbooks, pending);
  const { threats, notNamed } = assembleThreats(ingredients, pending);
  const atomics = assembleAtomics(ingredients, pending);
  const visibility = assembleVisibility(ingredients, pending);
  pending.push(...checkSimulations(detections, atomics));
  return {
    workspace: {
      config,
      now,
      knowledge,
      sources: sources.map(({ source }) => source),
      detections,
      playbooks,
      exercises,
      threats,
      atomics,
      decisions: assembleDecisions(ingredients, now, pending),
      ...(visibility && { visibility }),
      accounts: new Map(sources.map((source) => [source.source.spec.name, accountFor(source, notNamed)])),
    },
    pending,
  };
}

function readingFindings(sources: readonly ReadSource[]): PendingFinding[] {
  return sources.flatMap(({ source, contents }) =>
    contents.flatMap(({ file, content }) =>
      content.findings.map((finding) => ({
        finding: { ...finding, source: source.spec.name, path: file.path },
      })),
    ),
  );
}

function sizeFindings(sources: readonly ReadSource[]): PendingFinding[] {
  return sources.flatMap(({ source }) =>
    source.skipped.map(({ path, size }) => ({
      finding: {
        rule: 'file/too-large',
        severity: 'warning' as const,
        message: `Unexpected size of ${size} bytes, expected at most ${source.spec.maxBytes}; the file was not read`,
        hint: 'Exclude the file, or raise `limits.fileSize` in the config.',
        source: source.spec.name,
        path,
      },
    })),
  );
}

function unreadableFindings(sources: readonly ReadSource[]): PendingFinding[] {
  return sources.flatMap(({ source }) =>
    (source.unreadable ?? []).map(({ path, reason }) => ({
      finding: {
        rule: 'file/unreadable',
        severity: 'error' as const,
        message: `Unexpected failure to read the file: ${reason}`,
        hint: 'Give the user who runs Coverbook the right to read it, or exclude it.',
        source: source.spec.name,
        path,
      },
    })),
  );
}
