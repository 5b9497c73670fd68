import { basename } from 'node:path/posix';
import type { FileContent } from '../readers/reader.ts';
import type { SourceFile } from '../sources/source.ts';
import { lazy } from '../attack/lazy.ts';
import type { LoadedWorkspace } from '../workspace/load.ts';
import type { SlimContents } from './assess-point.ts';
import type { Kept } from './kept.ts';
import { slimContent } from './slim-content.ts';

/** Slim contents: kept from earlier runs, taken over from the present where a file is the same, or parsed now. */
export function slimContents(kept: Kept<FileContent>, read: LoadedWorkspace['read']): SlimContents {
  const present = lazy(() => {
    const files = read.flatMap(({ contents }) => contents);
    return new Map(files.map(({ file, content }) => [keyOf(file), content]));
  });
  const keep = (key: string, content: FileContent): FileContent => {
    const slim = slimContent(content);
    kept.set(key, slim);
    return slim;
  };
  return {
    content(file) {
      const key = keyOf(file);
      const known = kept.get(key);
      if (known) return known;
      const content = present().get(key);
      return content && keep(key, content);
    },
    keepContent(file, content) {
      keep(keyOf(file), content);
    },
  };
}

/** Readers see a file's content and its name. */
function keyOf({ id, path }: SourceFile): string {
  return `${id}:${basename(path)}`;
}
