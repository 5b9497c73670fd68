import { resolve } from 'node:path';
import { withWorkspaceOptions, type WorkspaceOptions } from '../options.ts';
import { cacheFolder } from '../cache-folder.ts';
import { keepMemoryLean } from '../../threads/lean-memory.ts';
import { progress } from '../progress.ts';
import type { AddCommand } from '../program.ts';
import { withSiteOptions, type SiteOptions } from '../site-options.ts';

/** `coverbook build`: the whole site with its layers and API files. */
export const addBuild: AddCommand = (program, io) => {
  withSiteOptions(withWorkspaceOptions(program.command('build')))
    .description('build the site, the Navigator layers and the API files')
    .option('--out <dir>', 'output folder', 'dist')
    .option(
      '--preview <ref>',
      'say on every page that it is a preview of this branch or tag, not to be indexed',
    )
    .action(async (options: WorkspaceOptions & SiteOptions & { out: string; preview?: string }) => {
      const started = performance.now();
      keepMemoryLean();
      const outDir = resolve(io.cwd, options.out);
      const tell = (summary: string): void => {
        const seconds = ((performance.now() - started) / 1000).toFixed(1);
        if (!options.quiet) io.stderr.write(`${summary} (${seconds} s)\n`);
      };
      const { openSourcesOf } = await import('../open-workspace.ts');
      const { packageTexts, siteAsLeft } = await import('../../site/kept/site-as-left.ts');
      const opened = await openSourcesOf(options, io);
      const cacheDir = options.cache ? cacheFolder(io.env) : undefined;
      const known = cacheDir !== undefined && {
        cacheDir,
        inputs: opened.key('build', packageTexts(), options.preview),
      };
      const left = known ? siteAsLeft(known.cacheDir, outDir, known.inputs) : undefined;
      if (left !== undefined) {
        const { tidyBeside } = await import('../../output/replace-folder.ts');
        tidyBeside(outDir);
        tell(`${String(left)} pages in ${outDir}, as the last run left them`);
        return;
      }
      const { openSiteModel } = await import('../open-site-model.ts');
      const { buildSite } = await import('../../site/build-site.ts');
      const { asOutputError } = await import('../../output/output-error.ts');
      const model = await openSiteModel(opened, options, io);
      const talk = await progress(io, options.quiet === true);
      talk.step('Writing the pages');
      const { pages, kept } = await buildSite(model, {
        outDir,
        ...known,
        ...(options.preview !== undefined && { preview: options.preview }),
      })
        .catch((error: unknown) => {
          throw asOutputError(error, outDir);
        })
        .finally(() => {
          talk.done();
        });
      const same = kept > 0 ? ` (${kept} as they were)` : '';
      tell(`${pages} pages${same}, ${model.layers.length} layers in ${outDir}`);
    });
};
