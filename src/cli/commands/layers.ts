import type { LayerOptions } from '../layer-selection.ts';
import { layersAsLeft } from '../layers-as-left.ts';
import { openSourcesOf } from '../open-workspace.ts';
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
      const opened = await openSourcesOf(options, io);
      const left = layersAsLeft(opened, options, io);
      if (left.tell()) return;
      // Most of what comes after reading is loaded while threads are at work.
      const loaded = await opened.read({ meanwhile: () => import('../write-layers.ts') });
      const { writeLayers } = await import('../write-layers.ts');
      left.remember(await writeLayers(loaded, options, io));
    });
  addLayersCombine(layers, io);
};
