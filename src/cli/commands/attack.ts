import { attackFolder } from '../cache-folder.ts';
import type { AddCommand } from '../program.ts';
import { addAttackChanges } from './attack-changes.ts';

/** `coverbook attack import|versions|changes`: the ATT&CK versions a site can be built on. */
export const addAttack: AddCommand = (program, io) => {
  const attack = program
    .command('attack')
    .description('import ATT&CK versions, list the ones there are, say what they change');

  attack
    .command('import')
    .description('read a STIX bundle (enterprise, mobile or ics; plain or gzip) and keep its facts')
    .argument('<file-or-url>', 'a bundle as MITRE publishes it')
    .option('--into <dir>', 'folder the snapshot is written to')
    .action(async (fileOrUrl: string, options: { into?: string }) => {
      const { importBundle } = await import('../../attack/store.ts');
      const imported = await importBundle(fileOrUrl, { into: options.into ?? attackFolder(io.env) });
      for (const warning of imported.warnings) io.stderr.write(`warning: ${warning}\n`);
      io.stdout.write(`${imported.domain} ${imported.version} ${imported.file}\n`);
    });

  attack
    .command('versions')
    .description('list the embedded and imported versions')
    .option('--json', 'as one JSON document')
    .action(async (options: { json?: boolean }) => {
      const { listVersions } = await import('../../attack/store.ts');
      const versions = await listVersions(attackFolder(io.env));
      if (options.json) io.stdout.write(`${JSON.stringify({ schemaVersion: 1, versions }, null, 2)}\n`);
      else
        for (const { domain, version, origin } of versions)
          io.stdout.write(`${domain} ${version} ${origin}\n`);
    });

  addAttackChanges(attack, io);
};
