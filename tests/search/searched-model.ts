import { actorCoverages } from '../../src/coverage/actors.ts';
import { assess } from '../../src/coverage/assess.ts';
import type { SearchedModel } from '../../src/search/context.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';

/** What the search reads of a model, without layers. */
export function searchedModel(workspace: Workspace): SearchedModel {
  const coverage = assess(workspace);
  return { workspace, coverage, layers: [], actors: actorCoverages(workspace, coverage) };
}
