import { resolve } from 'node:path';
import { outputAsLeft, rememberOutput } from '../output/last-output.ts';
import { cacheFolder } from './cache-folder.ts';
import type { Io } from './io.ts';
import type { LayerOptions } from './layer-selection.ts';
import type { OpenedWorkspace } from './open-workspace.ts';
import type { WorkspaceOptions } from './options.ts';

type Options = WorkspaceOptions & LayerOptions & { out: string };

/** What stands below `--out` of an earlier run of `layers`. */
export interface LayersAsLeft {
  /**
   * Says what this run would write, when it stands there already: nothing it reads is another than the last time.
   *
   * @returns False when there is something to do.
   */
  tell(): boolean;
  /** Keeps in mind what this run wrote. */
  remember(paths: readonly string[]): void;
}

/** Looks at what is opened as it is now: what changes while it is read is for the next run. */
export function layersAsLeft(opened: OpenedWorkspace, options: Options, io: Io): LayersAsLeft {
  const { only, actor, source } = options;
  if (!options.cache) return { tell: () => false, remember: () => undefined };
  const [cacheDir, folder] = [cacheFolder(io.env), resolve(io.cwd, options.out)];
  const key = opened.key('layers', only, actor, source);
  return {
    tell() {
      const paths = outputAsLeft(cacheDir, folder, key);
      if (!paths) return false;
      io.stdout.write(paths.map((path) => `${path}\n`).join(''));
      if (!options.quiet) io.stderr.write(`${paths.length} files in ${folder}, as the last run left them\n`);
      return true;
    },
    remember(paths) {
      rememberOutput(cacheDir, folder, key, paths);
    },
  };
}
