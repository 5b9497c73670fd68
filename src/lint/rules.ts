import { byCodeUnit } from '../attack/order.ts';
import { DETECTION_RULES } from './catalogue/detections.ts';
import { EXERCISE_RULES } from './catalogue/exercises.ts';
import { FILE_RULES } from './catalogue/files.ts';
import { MAPPING_RULES } from './catalogue/mapping.ts';
import { PLAYBOOK_RULES } from './catalogue/playbooks.ts';
import { PROSE_RULES } from './catalogue/prose.ts';
import { SCOPE_RULES } from './catalogue/scope.ts';
import { THREAT_RULES } from './catalogue/threats.ts';
import { VISIBILITY_RULES } from './catalogue/visibility.ts';
import type { LintRule } from './rule.ts';
import { WORKSPACE_RULES } from './workspace-rules.ts';

/** Every check there is, sorted by id. Ids are permanent: scripts, suppressions and searches rely on them. */
export const LINT_RULES: readonly LintRule[] = [
  ...DETECTION_RULES,
  ...PLAYBOOK_RULES,
  ...EXERCISE_RULES,
  ...FILE_RULES,
  ...MAPPING_RULES,
  ...THREAT_RULES,
  ...SCOPE_RULES,
  ...VISIBILITY_RULES,
  ...PROSE_RULES,
  ...WORKSPACE_RULES,
].sort((a, b) => byCodeUnit(a.id, b.id));
