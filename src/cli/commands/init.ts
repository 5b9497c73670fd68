import { resolve } from 'node:path';
import { Option } from 'commander';
import { CI_SERVICES, type CiService } from '../../init/ci-file.ts';
import { cacheFolder } from '../cache-folder.ts';
import { progress } from '../progress.ts';
import type { AddCommand } from '../program.ts';

interface Options {
  ci?: CiService;
  quiet?: boolean;
}

/** `coverbook init`: config, a first playbook, a CI job and editor settings for the folder it is run in. */
export const addInit: AddCommand = (program, io) => {
  program
    .command('init')
    .description('set up the repository it is run in: config, a first playbook, a CI job, editor settings')
    .addOption(
      new Option('--ci <service>', 'whose CI job to write (default: by the Git remote)').choices(CI_SERVICES),
    )
    .option('--quiet', 'no progress, no summary')
    .action(async ({ ci, quiet = false }: Options) => {
      const { readRepository } = await import('../read-repository.ts');
      const { planInit } = await import('../plan-init.ts');
      const { writeInit } = await import('../write-init.ts');
      const { surveyLines } = await import('../../init/survey-lines.ts');
      const root = resolve(io.cwd);
      const talk = await progress(io, quiet);
      talk.step('Looking at what is here');
      const repository = await readRepository(root, cacheFolder(io.env)).finally(() => {
        talk.done();
      });
      if (!quiet) io.stderr.write(`${surveyLines(repository.found).join('\n')}\n`);
      await writeInit(root, await planInit(root, repository, ci, io), io, { quiet });
    });
};
