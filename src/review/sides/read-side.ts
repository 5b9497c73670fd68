import { assess } from '../../coverage/assess.ts';
import type { Coverage } from '../../coverage/assessment.ts';
import { lint } from '../../lint/lint.ts';
import type { MappingContext } from '../../mapping/check.ts';
import { isUndated } from '../../playbooks/undated.ts';
import type { FileHistory } from '../../sources/source.ts';
import { assemble, type ReadSource } from '../../workspace/assemble.ts';
import type { Config } from '../../workspace/config.ts';
import type { ContentCache } from '../../workspace/content-cache.ts';
import type { LocatableSource } from '../../workspace/locate-findings.ts';
import type { PendingFinding } from '../../workspace/pending-finding.ts';
import { readContent } from '../../workspace/read-content.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { OpenedSource } from './open-side.ts';

/** A source of a side with what its files hold. */
export interface ReadSideSource extends OpenedSource, LocatableSource {
  history: ReadonlyMap<string, FileHistory>;
}

/** One state, read, resolved and assessed. */
export interface Side {
  /** Without findings: those are `pending`, since hardly any will be asked for its line. */
  workspace: Workspace;
  coverage: Coverage;
  pending: readonly PendingFinding[];
  sources: readonly ReadSideSource[];
}

/** Reads what the cache does not know. The log is asked only where a hunt states no date it can be current by. */
export async function readSideSource(opened: OpenedSource, cache: ContentCache): Promise<ReadSideSource> {
  const contents = await readContent(opened.source, cache);
  const history = contents.some(({ content }) => content.playbooks.some(isUndated))
    ? await opened.source.history()
    : new Map<string, FileHistory>();
  return { ...opened, contents, cache, history };
}

/**
 * Resolves and assesses one state.
 *
 * @param now ISO date; default: the config's, or the newest commit's.
 */
export function assessSide(
  config: Config,
  context: MappingContext,
  sources: readonly ReadSideSource[],
  now: string | undefined,
): Side {
  const read: ReadSource[] = sources.map(({ source, contents, history }) => ({ source, contents, history }));
  const assembled = assemble({ config, knowledge: context.knowledge, context, sources: read, now });
  const workspace = { ...assembled.workspace, findings: [] };
  return {
    workspace,
    coverage: assess(workspace),
    pending: lint(assembled.workspace, assembled.pending),
    sources,
  };
}
