import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { findConfig, loadConfig } from '../../workspace/load-config.ts';
import { portOption } from '../options.ts';
import type { AddCommand } from '../program.ts';
import { UsageError } from '../usage-error.ts';

/** `coverbook preview`: the built site as a web server would serve it. */
export const addPreview: AddCommand = (program, io) => {
  program
    .command('preview')
    .description('serve the built site locally')
    .option('--config <file>', 'config file (default: coverbook.yaml here or in a folder above)')
    .option('--out <dir>', 'folder the site was built to', 'dist')
    .addOption(portOption())
    .action(async (options: { config?: string; out: string; port: number }) => {
      const outDir = resolve(io.cwd, options.out);
      if (!existsSync(join(outDir, 'index.html'))) {
        throw new UsageError(
          `No built site in ${outDir}.`,
          'Run `coverbook build` first, with the same --out.',
        );
      }
      const config = await loadConfig(
        options.config === undefined ? findConfig(io.cwd) : resolve(io.cwd, options.config),
      );
      const { previewSite } = await import('../../site/serve-site.ts');
      const { url } = await previewSite(config, { outDir, port: options.port });
      io.stderr.write(`Serving ${url} (stop with Ctrl C)\n`);
    });
};
