import { resolve } from 'node:path';
import { assess } from '../../coverage/assess.ts';
import { outlookOf } from '../../coverage/outlook.ts';
import { counted } from '../../coverage/wording.ts';
import { buildLayers } from '../../navigator/layers.ts';
import { outputFiles } from '../../output/files.ts';
import { formerLayers, removeStaleLayers } from '../../output/stale-layers.ts';
import { writeFiles } from '../../output/write.ts';
import { chosenLayers, type LayerOptions } from '../layer-selection.ts';
import { openHistory } from '../open-history.ts';
import { openWorkspace } from '../open-workspace.ts';
import { withWorkspaceOptions, type WorkspaceOptions } from '../options.ts';
import type { AddCommand } from '../program.ts';
import { addLayersCombine } from './layers-combine.ts';

/** `coverbook layers`: the layers and API files alone, without the site. */
export const addLayers: AddCommand = (program, io) => {
  const layers = withWorkspaceOptions(program.command('layers'))
    .description('write Navigator layers and API files, without building the site')
    .enablePositionalOptions()
    .option('--out <dir>', 'output folder', 'dist')
    .option('--only <ids>', 'only these layers, for example coverage,gaps')
    .option('--actor <actors>', 'only these actors, by id, name or alias; or profile, all, none')
    .option('--source <names>', 'only the layers of these sources')
    .action(async (options: WorkspaceOptions & LayerOptions & { out: string }) => {
      const loaded = await openWorkspace(options, io);
      const { workspace } = loaded;
      const coverage = assess(workspace);
      const history = await openHistory(loaded, coverage, options, io);
      const select = chosenLayers(options, workspace, coverage, history);
      const outlook = outlookOf(workspace, coverage);
      const made = buildLayers(workspace, coverage, { history, select, actors: outlook.actors });
      const files = outputFiles(workspace, coverage, outlook, made, history);
      const out = resolve(io.cwd, options.out);
      const former = await formerLayers(out);
      await writeFiles(out, files);
      const removed = await removeStaleLayers(out, former, files);
      for (const path of files.keys()) io.stdout.write(`${path}\n`);
      if (options.quiet) return;
      const gone = removed > 0 ? `; ${counted(removed, 'layer file')} of an earlier run removed` : '';
      io.stderr.write(`${files.size} files in ${out}${gone}\n`);
    });
  addLayersCombine(layers, io);
};
