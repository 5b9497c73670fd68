import { assess } from '../coverage/assess.ts';
import { outlookOf } from '../coverage/outlook.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ExportInput } from './tables/export-input.ts';

/** Everything an export is made from, by the default threat profile. */
export function collect(workspace: Workspace): ExportInput {
  const coverage = assess(workspace);
  const { gaps, backlog, actors } = outlookOf(workspace, coverage);
  return { workspace, coverage, gaps: [...gaps.values()].flat(), backlog, actors };
}
