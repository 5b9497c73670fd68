import { basename, dirname, extname } from 'node:path/posix';
import type { FileContent } from '../readers/reader.ts';
import type { PlaybookCompanion } from './companion.ts';
import type { PlaybookDraft } from './playbook.ts';

/** A file of one source with what its reader made of it. */
interface FileWithContent {
  file: { path: string };
  content: Pick<FileContent, 'playbooks' | 'companions'>;
}

interface Placed<T> {
  path: string;
  item: T;
}

/** The hunts of a source, whole, and the parts that belong to none. */
export interface JoinedHunts {
  /** The hunts of a file, by its path, where a companion made them whole. */
  completed: ReadonlyMap<string, readonly PlaybookDraft[]>;
  /** Paths of companions without a hunt. */
  alone: readonly string[];
}

/**
 * Puts the notebooks of a source into the hunts they belong to: those described in the same directory. Where
 * several share one, the file's name decides, then the title; each notebook goes to one hunt.
 */
export function joinCompanions(files: readonly FileWithContent[]): JoinedHunts {
  const companions = files.flatMap(({ file, content }) =>
    (content.companions ?? []).map((item) => ({ path: file.path, item })),
  );
  const completed = new Map<string, PlaybookDraft[]>();
  if (companions.length === 0) return { completed, alone: [] };
  const free = Map.groupBy(companions, ({ path }) => dirname(path));
  const described = files.filter(({ content }) => content.playbooks.some(({ format }) => format === 'otrf'));
  const hunts = Map.groupBy(described, ({ file }) => dirname(file.path));
  for (const [directory, inDirectory] of hunts) {
    const notebooks = free.get(directory) ?? [];
    const isOnlyOne = inDirectory.length === 1 && inDirectory[0]?.content.playbooks.length === 1;
    for (const { file, content } of inDirectory) {
      const playbooks = content.playbooks.map((hunt) => {
        const at = isOnlyOne ? 0 : notebooks.findIndex((notebook) => belongs(notebook, file.path, hunt));
        const [notebook] = at === -1 ? [] : notebooks.splice(at, 1);
        return notebook ? complete(hunt, notebook.item) : hunt;
      });
      completed.set(file.path, playbooks);
    }
  }
  return { completed, alone: [...free.values()].flat().map(({ path }) => path) };
}

function belongs({ path, item }: Placed<PlaybookCompanion>, huntPath: string, hunt: PlaybookDraft): boolean {
  return stem(path) === stem(huntPath) || item.title?.toLowerCase() === hunt.title.toLowerCase();
}

function stem(path: string): string {
  return basename(path, extname(path));
}

function complete(hunt: PlaybookDraft, companion: PlaybookCompanion): PlaybookDraft {
  const { queries, sections, body, dataSources } = companion;
  return { ...hunt, queries, sections, body, dataSources: [...hunt.dataSources, ...dataSources] };
}
