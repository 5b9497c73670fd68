import type { CollectedLog, CollectedLogDraft } from '../visibility/collected-log.ts';
import type { Ingredients } from './assemble.ts';

/** The logs the team collects, held against ATT&CK's data components; undefined when no file says anything of them. */
export function assembleVisibility({ knowledge, sources }: Ingredients): CollectedLog[] | undefined {
  const stated = sources.filter(({ contents }) => contents.some(({ content }) => content.visibility));
  if (stated.length === 0) return undefined;
  const bases = [...knowledge.values()];
  return stated.flatMap(({ source, contents }) =>
    contents.flatMap(({ file, content }) =>
      (content.visibility ?? []).map((draft): CollectedLog => {
        const permalink = source.permalink(file.path);
        return {
          ...withoutPointer(draft),
          components: [
            ...new Set(bases.flatMap((base) => base.dataComponent(draft.dataComponent)?.id ?? [])),
          ],
          source: source.spec.name,
          path: file.path,
          ...(permalink !== undefined && { permalink }),
        };
      }),
    ),
  );
}

function withoutPointer(draft: CollectedLogDraft): Omit<CollectedLogDraft, 'pointer'> {
  const log: Partial<CollectedLogDraft> & Omit<CollectedLogDraft, 'pointer'> = { ...draft };
  delete log.pointer;
  return log;
}
