import { Command } from 'commander';
import { commandsPage, type CommandFacts } from '../reference/commands-page.ts';
import { LINT_RULES } from '../lint/rules.ts';
import { configPage } from '../reference/config-page.ts';
import { lintPage } from '../reference/lint-page.ts';
import type { JsonSchema } from '../reference/schema-rows.ts';
import { jsonSchemas } from '../output/json-schemas.ts';
import { EXIT } from './exit-codes.ts';
import { withWorkspaceOptions } from './options.ts';
import { createProgram } from './program.ts';

const MEANINGS: Readonly<Record<keyof typeof EXIT, string>> = {
  ok: 'All is well.',
  findings: 'There are findings at or above the gate, or coverage was lost where that is the gate.',
  usage: 'Wrong usage or config: nothing was read.',
  unreadable: 'Content or environment cannot be read.',
};

const ENVIRONMENT: CommandFacts['environment'] = [
  ['COVERBOOK_CACHE', 'Folder for clones and parsed content; default: the cache folder of the user.'],
  [
    'COVERBOOK_GIT_TIMEOUT',
    'Seconds Git may be silent before it is taken for stuck; default: 120 in a repository on disk, 1800 when it clones or fetches.',
  ],
  ['COVERBOOK_DATA', 'Folder for imported ATT&CK versions; default: the data folder of the user.'],
  [
    'SOURCE_DATE_EPOCH',
    'Seconds since 1970: the day windows are counted back from, where neither `--now` nor the config says it.',
  ],
  ['NO_COLOR', 'Anything in it: no colour.'],
  ['CI', 'Anything in it: no progress.'],
];

/** The pages of the documentation that are made from what the code declares, by their path below `content/docs`. */
export async function referencePages(): Promise<Map<string, string>> {
  const io = { cwd: '/', env: {}, stdout: process.stdout, stderr: process.stderr };
  const program = await createProgram(io, () => undefined);
  const schema = JSON.parse(jsonSchemas().get('coverbook.schema.json') ?? '{}') as JsonSchema;
  const exitCodes = Object.entries(EXIT).map(
    ([name, code]) => [code, MEANINGS[name as keyof typeof EXIT]] as const,
  );
  return new Map([
    [
      'commands.mdx',
      commandsPage(program, {
        common: withWorkspaceOptions(new Command()).options,
        exitCodes,
        environment: ENVIRONMENT,
      }),
    ],
    ['config.mdx', configPage(schema)],
    ['lint-rules.mdx', lintPage(LINT_RULES)],
  ]);
}
