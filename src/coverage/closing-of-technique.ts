import type { Workspace } from '../workspace/workspace.ts';
import type { Assessment, Coverage } from './assessment.ts';
import { closingFor } from './closing.ts';
import type { Gap } from './gap.ts';
import { startsFor } from './playbook-start.ts';
import { usersOfTechniques } from './technique-users.ts';

/** What is at hand for what a technique lacks, by the default profile, whether it is a gap or not. */
export function closingOfTechnique(
  workspace: Workspace,
  coverage: Coverage,
  assessment: Assessment,
): Gap['closes'] | undefined {
  const knowledge = workspace.knowledge.get(assessment.domain);
  const technique = knowledge?.technique(assessment.technique);
  const assessed = coverage.domains.get(assessment.domain);
  const [profile] = coverage.profiles;
  if (!knowledge || !technique || !assessed || !profile) return undefined;
  const closing = closingFor(workspace, knowledge, assessed, startsFor(workspace, knowledge, profile));
  return closing(technique, assessment, usersOfTechniques(profile, knowledge)(technique.id));
}
