import type { Domain } from '../attack/domain.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { ActorCoverage } from './actor-coverage.ts';
import { actorCoverages } from './actors.ts';
import type { Coverage } from './assessment.ts';
import type { BacklogItem } from './backlog-item.ts';
import { backlogOf } from './backlog.ts';
import type { Gap } from './gap.ts';
import { gapsOf } from './gaps.ts';

/** What is next, by the default threat profile: worked out once for everything that is written from it. */
export interface Outlook {
  /** By domain, ranked. */
  gaps: ReadonlyMap<Domain, readonly Gap[]>;
  backlog: readonly BacklogItem[];
  /** The profile's first. */
  actors: readonly ActorCoverage[];
}

export function outlookOf(workspace: Workspace, coverage: Coverage): Outlook {
  const gaps = new Map(
    [...coverage.domains.keys()].map((domain) => [domain, gapsOf(workspace, coverage, domain)]),
  );
  return {
    gaps,
    backlog: backlogOf(workspace, coverage, coverage.profiles[0], [...gaps.values()].flat()),
    actors: actorCoverages(workspace, coverage),
  };
}
