import { resolve } from 'node:path';
import { assess } from '../coverage/assess.ts';
import { outlookOf } from '../coverage/outlook.ts';
import { counted } from '../coverage/wording.ts';
import { buildLayers } from '../navigator/layers.ts';
import { outputFiles } from '../output/files.ts';
import { lockFolder } from '../output/lock-folder.ts';
import { formerLayers, removeStaleLayers } from '../output/stale-layers.ts';
import { writeFiles } from '../output/write.ts';
import { timed } from '../timing/timed.ts';
import type { LoadedWorkspace } from '../workspace/load.ts';
import type { Io } from './io.ts';
import { chosenLayers, type LayerOptions } from './layer-selection.ts';
import { openHistory } from './open-history.ts';
import type { WorkspaceOptions } from './options.ts';

/**
 * Writes the layers and API files of a workspace below `--out` and prints their paths.
 *
 * @returns The paths.
 */
export async function writeLayers(
  loaded: LoadedWorkspace,
  options: WorkspaceOptions & LayerOptions & { out: string },
  io: Io,
): Promise<string[]> {
  const { workspace } = loaded;
  const coverage = timed('assess', () => assess(workspace));
  const history = await timed('earlier states', () => openHistory(loaded, coverage, options, io));
  const select = chosenLayers(options, workspace, coverage, history);
  const outlook = timed('gaps and actors', () => outlookOf(workspace, coverage));
  const made = timed('layers', () =>
    buildLayers(workspace, coverage, { history, select, actors: outlook.actors }),
  );
  const files = outputFiles(workspace, coverage, outlook, made, history);
  const out = resolve(io.cwd, options.out);
  const removed = await timed('write the files', () =>
    lockFolder(out, async () => {
      const former = await formerLayers(out);
      await writeFiles(out, files);
      return await removeStaleLayers(out, former, files);
    }),
  );
  const paths = [...files.keys()];
  io.stdout.write(paths.map((path) => `${path}\n`).join(''));
  if (!options.quiet) {
    const gone = removed > 0 ? `; ${counted(removed, 'layer file')} of an earlier run removed` : '';
    io.stderr.write(`${paths.length} files in ${out}${gone}\n`);
  }
  return paths;
}
