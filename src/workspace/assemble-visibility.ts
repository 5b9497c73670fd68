import { checkLogs } from '../visibility/check.ts';
import type { CollectedLog } from '../visibility/collected-log.ts';
import { logVocabulary, resolveLog } from '../visibility/resolve.ts';
import type { Ingredients } from './assemble.ts';
import type { PendingFinding } from './pending-finding.ts';

/**
 * The logs the team collects, held against ATT&CK; undefined when no file of a deployed source says anything of them.
 * Adds names nobody knows to `pending`.
 */
export function assembleVisibility(
  { knowledge, sources }: Ingredients,
  pending: PendingFinding[],
): CollectedLog[] | undefined {
  const stated = sources
    .filter(({ source }) => source.spec.role === 'deployed')
    .flatMap(({ source, contents }) =>
      contents.flatMap(({ file, content: { visibility = [] } }) =>
        visibility.length > 0 ? [{ source, file, drafts: visibility }] : [],
      ),
    );
  if (stated.length === 0) return undefined;
  const vocabulary = logVocabulary(knowledge);
  return stated.flatMap(({ source, file, drafts }) => {
    const permalink = source.permalink(file.path);
    const place = { source: source.spec.name, path: file.path };
    for (const { finding, at } of checkLogs(drafts, vocabulary)) {
      pending.push({ finding: { ...finding, ...place }, at });
    }
    return drafts.map((draft): CollectedLog => ({
      ...withoutPlace(draft),
      ...resolveLog(draft, vocabulary),
      ...place,
      ...(permalink !== undefined && { permalink }),
    }));
  });
}

type Draft = Parameters<typeof resolveLog>[0];

function withoutPlace(draft: Draft): Omit<Draft, 'ordinal' | 'pointer'> {
  const log: Partial<Draft> & Omit<Draft, 'ordinal' | 'pointer'> = { ...draft };
  delete log.ordinal;
  delete log.pointer;
  return log;
}
