import { runsOn } from '../coverage/atomic-platforms.ts';
import type { Assessment } from '../coverage/assessment.ts';
import type { TechniqueUser } from '../coverage/gap.ts';
import { neededLogs } from '../coverage/needed-logs.ts';
import { ourPlatforms } from '../coverage/our-platforms.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { DraftFacts } from './draft.ts';

/** What a workspace knows of a technique that somebody writes for. */
export function draftFacts(
  workspace: Workspace,
  assessment: Assessment,
  users: readonly TechniqueUser[],
): DraftFacts {
  const { config, now } = workspace;
  const { platforms } = config.scope;
  const knowledge = workspace.knowledge.get(assessment.domain);
  const technique = knowledge?.technique(assessment.technique);
  if (!knowledge || !technique) throw new Error(`No technique ${assessment.technique} in the workspace.`);
  return {
    technique,
    knowledge,
    users,
    platforms: ourPlatforms(technique, platforms),
    logs: neededLogs(assessment, knowledge, { config }),
    atomics: assessment.atomics.map(({ test }) => test).filter((test) => runsOn(test, platforms)),
    now,
  };
}
