import { portOption, withWorkspaceOptions, type WorkspaceOptions } from '../options.ts';
import type { AddCommand } from '../program.ts';

/** `coverbook dev`: the site on a local port, for work on content and pages. */
export const addDev: AddCommand = (program, io) => {
  withWorkspaceOptions(program.command('dev'))
    .description('serve the site locally while you work on it')
    .addOption(portOption())
    .action(async (options: WorkspaceOptions & { port: number }) => {
      const { openSourcesOf } = await import('../open-workspace.ts');
      const { openSiteModel } = await import('../open-site-model.ts');
      const { devSite } = await import('../../site/serve-site.ts');
      const model = await openSiteModel(await openSourcesOf(options, io), options, io);
      const { url } = await devSite(model, { port: options.port });
      io.stderr.write(`Serving ${url} (stop with Ctrl C; start again after a change of content)\n`);
    });
};
