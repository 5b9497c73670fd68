import { resolve } from 'node:path';
import { assess } from '../../coverage/assess.ts';
import { buildLayers } from '../../navigator/layers.ts';
import { outputFiles } from '../../output/files.ts';
import { writeFiles } from '../../output/write.ts';
import { openHistory } from '../open-history.ts';
import { openWorkspace } from '../open-workspace.ts';
import { withWorkspaceOptions, type WorkspaceOptions } from '../options.ts';
import type { AddCommand } from '../program.ts';

/** `coverbook layers`: the layers and API files alone, without the site. */
export const addLayers: AddCommand = (program, io) => {
  withWorkspaceOptions(program.command('layers'))
    .description('write Navigator layers and API files, without building the site')
    .option('--out <dir>', 'output folder', 'dist')
    .action(async (options: WorkspaceOptions & { out: string }) => {
      const loaded = await openWorkspace(options, io);
      const { workspace } = loaded;
      const coverage = assess(workspace);
      const history = await openHistory(loaded, coverage, options, io);
      const files = outputFiles(workspace, coverage, buildLayers(workspace, coverage), history);
      const out = resolve(io.cwd, options.out);
      await writeFiles(out, files);
      for (const path of files.keys()) io.stdout.write(`${path}\n`);
      if (!options.quiet) io.stderr.write(`${files.size} files in ${out}\n`);
    });
};
