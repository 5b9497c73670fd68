import { actorCoverages } from '../coverage/actors.ts';
import { assess } from '../coverage/assess.ts';
import { backlogOf } from '../coverage/backlog.ts';
import { gapsOf } from '../coverage/gaps.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ExportInput } from './tables/export-input.ts';

/** Everything an export is made from, by the default threat profile. */
export function collect(workspace: Workspace): ExportInput {
  const coverage = assess(workspace);
  return {
    workspace,
    coverage,
    gaps: [...coverage.domains.keys()].flatMap((domain) => gapsOf(workspace, coverage, domain)),
    backlog: backlogOf(workspace, coverage),
    actors: actorCoverages(workspace, coverage),
  };
}
