import type { Detection } from '../detections/detection.ts';
import type { Exercise } from '../exercises/exercise.ts';
import type { Finding, Severity } from '../findings/finding.ts';
import type { Playbook } from '../playbooks/playbook.ts';
import type { PlaceInFile } from '../workspace/pending-finding.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** One check, as documentation and reports describe it. */
export interface LintRule {
  /** Permanent: `mapping/revoked`. The first half says what it looks at. */
  id: string;
  /** What a finding of it is where the config does not say otherwise. */
  severity: Severity;
  /** What is wrong, in one sentence. */
  summary: string;
  /** What to do about it, in one sentence. */
  remedy: string;
}

/** What a rule looks at. */
export interface LintContext {
  workspace: Omit<Workspace, 'findings'>;
  /** The team's own: what deployed sources hold. What a library leaves out is its authors' business. */
  own: {
    detections: readonly Detection[];
    playbooks: readonly Playbook[];
    exercises: readonly Exercise[];
  };
}

/** What a rule finds; the rule and its severity are added to it. */
export interface RuleFinding extends Omit<Finding, 'rule' | 'severity' | 'fix'> {
  /** Where in the document, when the range is not known. */
  at?: PlaceInFile;
}

/** A check of the whole workspace once everything is read and resolved. */
export interface WorkspaceRule extends LintRule {
  /** Why it matters, and where it looks away. Markdown of one or more paragraphs. */
  why: string;
  /** Content it finds something in, and the same content mended. */
  example: { language: 'yaml' | 'markdown'; bad: string; good: string };
  check(context: LintContext): RuleFinding[];
}
