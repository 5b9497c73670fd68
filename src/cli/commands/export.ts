import { statSync } from 'node:fs';
import { basename, dirname, extname, resolve } from 'node:path';
import { Option } from 'commander';
import { DOMAINS, type Domain } from '../../attack/domain.ts';
import { counted } from '../../coverage/wording.ts';
import { collect } from '../../export/collect.ts';
import { SUBTECHNIQUES, type Subtechniques } from '../../export/svg/cells.ts';
import { TABLES } from '../../export/tables.ts';
import { writeFiles } from '../../output/write.ts';
import { EXPORT_FORMATS, exportFiles, type ExportFile, type ExportFormat } from '../export-formats.ts';
import type { Io } from '../io.ts';
import { openWorkspace } from '../open-workspace.ts';
import { withWorkspaceOptions, type WorkspaceOptions } from '../options.ts';
import type { AddCommand } from '../program.ts';
import { UsageError } from '../usage-error.ts';

interface ExportOptions extends WorkspaceOptions {
  format: ExportFormat;
  what?: string[];
  layer: string;
  subtechniques: Subtechniques;
  domain?: Domain;
  bom?: boolean;
  out?: string;
}

/** `coverbook export`: coverage for spreadsheets, slides, DeTT&CT and STIX. */
export const addExport: AddCommand = (program, io) => {
  withWorkspaceOptions(program.command('export'))
    .description('write coverage as tables, a drawing of a layer, a DeTT&CT administration or a STIX bundle')
    .addOption(new Option('--format <format>', 'what to write').choices(EXPORT_FORMATS).makeOptionMandatory())
    .addOption(
      new Option('--what <table...>', 'tables of csv, xlsx and json').choices(TABLES.map(({ id }) => id)),
    )
    .option('--layer <id>', 'layer of svg: an id of ours, or the path of a Navigator layer', 'coverage')
    .addOption(
      new Option('--subtechniques <which>', 'sub-techniques svg draws')
        .choices(SUBTECHNIQUES)
        .default('scored'),
    )
    .addOption(new Option('--domain <domain>', 'one domain only').choices(DOMAINS))
    .option('--bom', 'csv with a byte order mark, for Excel')
    .option('--out <path>', 'file, or folder for several (default: standard output)')
    .action(async ({ what = [], bom = false, ...options }: ExportOptions) => {
      const target = options.out === undefined ? undefined : resolve(io.cwd, options.out);
      const intoFolder = target !== undefined && isFolder(options.out ?? '', target);
      if (options.format === 'xlsx' && target === undefined && io.stdout.isTTY === true)
        throw new UsageError(
          'A workbook is no text for a terminal.',
          'Name a file with --out coverage.xlsx.',
        );
      const { workspace } = await openWorkspace(options, io, { history: true });
      if (options.domain !== undefined && !workspace.knowledge.has(options.domain))
        throw new UsageError(
          `The config does not have the domain \`${options.domain}\`.`,
          `Add it to \`attack.domains\`, which has ${[...workspace.knowledge.keys()].join(', ')}.`,
        );
      const note = (text: string) => {
        if (!options.quiet) io.stderr.write(`${text}\n`);
      };
      const files = await exportFiles(
        collect(workspace),
        { ...options, what, bom, intoFolder, cwd: io.cwd },
        note,
      );
      await deliver(files, { target, intoFolder }, io, note);
    });
};

/** A path is a folder when it is one, ends as one, or has no extension a file would have. */
function isFolder(written: string, target: string): boolean {
  const found = statSync(target, { throwIfNoEntry: false });
  return found ? found.isDirectory() : /[/\\]$/.test(written) || extname(target) === '';
}

async function deliver(
  files: readonly ExportFile[],
  { target, intoFolder }: { target: string | undefined; intoFolder: boolean },
  io: Io,
  note: (text: string) => void,
): Promise<void> {
  const [first, ...others] = files;
  if (!first) throw new UsageError('There is nothing to write.', 'Ask for another table, layer or domain.');
  if (!intoFolder && others.length > 0) {
    throw new UsageError(
      `${files.length} files cannot go to one place.`,
      'Name a folder with --out, or ask for one table with --what.',
    );
  }
  if (target === undefined) {
    io.stdout.write(first.content);
    return;
  }
  const folder = intoFolder ? target : dirname(target);
  const named = intoFolder
    ? files.map(({ name, content }) => [name, content] as const)
    : [[basename(target), first.content] as const];
  await writeFiles(folder, new Map(named));
  note(`${counted(named.length, 'file')} in ${folder}`);
}
