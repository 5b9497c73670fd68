import { join, relative, resolve } from 'node:path';
import type { Draft } from '../drafts/draft.ts';
import { pathIn, placeFor, type DraftKind } from '../drafts/place.ts';
import { writeNew } from '../output/write-new.ts';
import type { Workspace } from '../workspace/workspace.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/**
 * Writes a draft beside its like and prints its path.
 *
 * @param options.into Folder that was asked for, relative to the working directory.
 * @throws UsageError when a file has the name already, or no source would read it.
 */
export async function writeDraft(
  draft: Draft,
  workspace: Workspace,
  io: Io,
  { kind, format, into }: { kind: DraftKind; format: string; into: string | undefined },
): Promise<void> {
  const [folder, path] =
    into === undefined
      ? beside(draft, workspace, kind, format)
      : ([resolve(io.cwd, into), draft.name] as const);
  const shown = relative(io.cwd, join(folder, path)) || path;
  if (!(await writeNew(folder, path, draft.text))) {
    throw new UsageError(
      `${shown} is there already, and is left as it is.`,
      'Rename it, or name another folder with --into.',
    );
  }
  io.stdout.write(`${shown}\n`);
}

function beside(
  { name, logSource }: Draft,
  workspace: Workspace,
  kind: DraftKind,
  format: string,
): readonly [folder: string, path: string] {
  const place = placeFor(workspace, kind, { format, name, logSource });
  if (place) return [place.source.path, pathIn(place.folder, name)];
  throw new UsageError(
    `No source of ${workspace.config.file} would read a new file named ${name}.`,
    `Add a folder to \`sources\` (with \`${kind}/**\` among its \`include\`), or name one with --into.`,
  );
}
