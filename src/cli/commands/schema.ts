import { resolve } from 'node:path';
import { nearest } from '../../findings/nearest.ts';
import { columns } from '../columns.ts';
import type { AddCommand } from '../program.ts';
import { UsageError } from '../usage-error.ts';

/** `coverbook schema [name]`: the JSON Schemas that editors check the team's files with. */
export const addSchema: AddCommand = (program, io) => {
  program
    .command('schema')
    .description('list the JSON Schemas of config and content, print one, or write all')
    .argument('[name]', 'schema to print, for example coverbook')
    .option('--out <dir>', 'write all of them (or the one) to this folder')
    .action(async (name: string | undefined, options: { out?: string }) => {
      const { jsonSchemas } = await import('../../output/json-schemas.ts');
      const all = jsonSchemas();
      const chosen = name === undefined ? all : new Map([chosenSchema(name, all)]);
      if (options.out !== undefined) {
        const { writeFiles } = await import('../../output/write.ts');
        await writeFiles(resolve(io.cwd, options.out), chosen);
        for (const file of chosen.keys()) io.stdout.write(`${file}\n`);
        return;
      }
      if (name !== undefined) for (const text of chosen.values()) io.stdout.write(text);
      else
        io.stdout.write(
          `${columns([...all].map(([file, text]) => [nameOf(file), titleOf(text)])).join('\n')}\n`,
        );
    });
};

/** By name or by the name of its file. */
function chosenSchema(name: string, all: ReadonlyMap<string, string>): [file: string, text: string] {
  const names = [...all.keys()].map(nameOf);
  const file = `${nameOf(name)}.schema.json`;
  const text = all.get(file);
  if (text !== undefined) return [file, text];
  const near = nearest(name, names);
  throw new UsageError(
    `Unknown schema \`${name}\`.`,
    near === undefined ? `Expected one of: ${names.join(', ')}.` : `Did you mean \`${near}\`?`,
  );
}

function nameOf(file: string): string {
  return file.replace(/\.schema\.json$/, '');
}

function titleOf(text: string): string {
  return (JSON.parse(text) as { title: string }).title;
}
