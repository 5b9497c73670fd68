import { assess } from '../coverage/assess.ts';
import { assessedPoint, type AssessedPoint } from '../coverage/history/assessed-point.ts';
import { isUndated } from '../playbooks/undated.ts';
import type { Source } from '../sources/source.ts';
import { assemble, type ReadSource } from '../workspace/assemble.ts';
import type { ContentCache } from '../workspace/content-cache.ts';
import { readContent, type ReadFile } from '../workspace/read-content.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { withoutFuture } from './without-future.ts';

/** Today's side of the comparison: what every point is measured with. */
export type Measure = Pick<Workspace, 'config' | 'knowledge' | 'decisions'>;

/** Contents by blob, without what history does not need. */
export type SlimContents = Pick<ContentCache, 'content' | 'keepContent'>;

/**
 * A source at one state, with the slim contents of its files.
 *
 * @param until ISO date: leaves out what files date after it.
 */
export async function readSlim(source: Source, contents: SlimContents, until?: string): Promise<ReadSource> {
  const all = await readContent(source, contents);
  const read =
    until === undefined
      ? all
      : all.map(({ file, content }) => ({ file, content: withoutFuture(content, until) }));
  return {
    source,
    contents: read,
    // The log is asked only where a file does not say itself how old it is.
    history: read.some(isAnyUndated) ? await source.history() : new Map(),
  };
}

/**
 * Assesses one point with the very functions that assess the present: only what is read differs. Whatever a file says
 * of scope is left to today's decisions, so that the denominator is one and the same along the line.
 */
export function assessPoint(
  { config, knowledge, decisions }: Measure,
  date: string,
  sources: readonly ReadSource[],
): AssessedPoint {
  const context = { knowledge, others: new Map<never, never>() };
  const { workspace } = assemble({ config, knowledge, context, sources, now: date });
  return assessedPoint(workspace, assess({ ...workspace, decisions, findings: [] }));
}

function isAnyUndated({ content }: ReadFile): boolean {
  return (
    content.detections.some(({ created, modified }) => created === undefined && modified === undefined) ||
    content.playbooks.some(isUndated)
  );
}
