import type { WorkspaceRule } from './rule.ts';

/** Every rule that looks at the whole workspace. To add one is to add a file under `rules/` and a line here. */
export const WORKSPACE_RULES: readonly WorkspaceRule[] = [];
