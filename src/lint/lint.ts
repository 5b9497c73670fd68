import type { PendingFinding } from '../workspace/pending-finding.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { LintContext, WorkspaceRule } from './rule.ts';
import { settle } from './settle.ts';
import { WORKSPACE_RULES } from './workspace-rules.ts';

/**
 * All findings of a workspace, with the severities of its config: what reading and mapping found, and what the rules
 * that look at everything find.
 *
 * @param pending Of reading and mapping.
 */
export function lint(
  workspace: Omit<Workspace, 'findings'>,
  pending: readonly PendingFinding[],
): PendingFinding[] {
  const context = contextOf(workspace);
  return settle([...pending, ...WORKSPACE_RULES.flatMap((rule) => findingsOf(rule, context))], workspace);
}

/** What one rule finds. */
export function findingsOf(rule: WorkspaceRule, context: LintContext): PendingFinding[] {
  return rule.check(context).map(({ at, ...finding }) => ({
    finding: { rule: rule.id, severity: rule.severity, ...finding },
    ...(at && { at }),
  }));
}

/** What rules look at. */
export function contextOf(workspace: Omit<Workspace, 'findings'>): LintContext {
  const { detections, playbooks, exercises } = workspace;
  const isOwn = ({ role }: { role: string }): boolean => role === 'deployed';
  return {
    workspace,
    own: {
      detections: detections.filter(isOwn),
      playbooks: playbooks.filter(isOwn),
      exercises: exercises.filter(isOwn),
    },
  };
}
