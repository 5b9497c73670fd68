import { relative, resolve, isAbsolute } from 'node:path';
import type { Workspace } from '../workspace/workspace.ts';

/** The output folder holds something that must not be deleted. */
export class OutDirError extends Error {
  readonly hint = 'Give an empty folder of its own, for example `--out dist`.';

  constructor(outDir: string, kept: string) {
    super(`A build replaces its output folder, and ${outDir} holds ${kept}.`);
    this.name = 'OutDirError';
  }
}

/** Refuses an output folder that is, or lies around, the config's folder, a source or the working directory. */
export function assertReplaceable(outDir: string, { config, sources }: Workspace): void {
  const kept = [config.root, process.cwd(), ...sources.flatMap(({ spec }) => spec.path ?? [])];
  for (const folder of kept) {
    const inside = relative(resolve(outDir), resolve(folder));
    if (!inside.startsWith('..') && !isAbsolute(inside)) throw new OutDirError(outDir, folder);
  }
}
