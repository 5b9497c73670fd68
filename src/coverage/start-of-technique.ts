import type { Workspace } from '../workspace/workspace.ts';
import type { Assessment, Coverage, ProfileRelevance } from './assessment.ts';
import { closingFor } from './closing.ts';
import type { PlaybookStart } from './gap.ts';
import { startsFor } from './playbook-start.ts';
import { usersOfTechniques } from './technique-users.ts';

/** A playbook to start a hunt for any technique from, whether somebody hunts for it or not. */
export function startOfTechnique(
  workspace: Workspace,
  coverage: Coverage,
  assessment: Assessment,
  profile: ProfileRelevance | undefined = coverage.profiles[0],
): PlaybookStart | undefined {
  const knowledge = workspace.knowledge.get(assessment.domain);
  const technique = knowledge?.technique(assessment.technique);
  const assessed = coverage.domains.get(assessment.domain);
  if (!knowledge || !technique || !assessed || !profile) return undefined;
  const users = usersOfTechniques(profile, knowledge)(technique.id);
  const startOf = startsFor(workspace, knowledge, profile);
  return startOf(
    technique,
    users,
    closingFor(workspace, knowledge, assessed, startOf)(technique, assessment, users),
  );
}
