import type { Placement } from '../mapping/mapping.ts';
import { permalink } from '../sources/permalink.ts';
import type { Source } from '../sources/source.ts';

/** What a link to a file is made of. */
export type Linkable = Pick<Placement, 'source' | 'path' | 'blob' | 'history'> & {
  /** At the commit everything was read from. */
  permalink?: string | undefined;
};

/**
 * Where a person can see the file an item stands in, as it is: at the commit that left it so, where that is known, or
 * else at the commit everything was read from. The first stays when other files change, and so does the page.
 *
 * @param lines From 1, both included.
 */
export function fileLink(
  { source: name, path, blob, permalink: atHead, history }: Linkable,
  sources: readonly Source[],
  lines?: { from: number; to: number },
): string | undefined {
  const web = sources.find(({ spec }) => spec.name === name)?.web;
  const commit = history?.blob === blob ? history.newest?.[0]?.id : undefined;
  if (!web || commit === undefined) return atHead;
  return permalink(web.repository, commit, web.prefix + path, lines);
}
