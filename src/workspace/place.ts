import type { Placement } from '../mapping/mapping.ts';
import type { FileHistory, Source, SourceFile } from '../sources/source.ts';

/** A source with what was read from it. */
export interface PlacedSource {
  source: Source;
  history: ReadonlyMap<string, FileHistory>;
}

/** Where an item lies: what every detection, playbook and exercise carries. */
export function place(
  { source, history }: PlacedSource,
  file: SourceFile,
  slug: string,
  lines?: { from: number; to: number },
): Placement {
  const permalink = source.permalink(file.path, lines);
  const fileHistory = history.get(file.path);
  return {
    key: `${source.spec.name}/${slug}`,
    slug,
    source: source.spec.name,
    role: source.spec.role,
    path: file.path,
    blob: file.id,
    ...(source.commit !== undefined && { commit: source.commit }),
    ...(permalink !== undefined && { permalink }),
    ...(fileHistory && { history: fileHistory }),
  };
}
