import type { Argument, Command, Option } from 'commander';
import { capital } from '../documents/text.ts';
import { mdxCode, mdxPage, mdxTable, mdxText } from './mdx.ts';

/** What stands beside the commands themselves. */
export interface CommandFacts {
  /** Flags nearly every command has; told once. */
  common: readonly Option[];
  exitCodes: readonly (readonly [code: number, meaning: string])[];
  environment: readonly (readonly [variable: string, meaning: string])[];
}

/** `docs/commands`: every command with its arguments and options, by the definitions the command line is made from. */
export function commandsPage(program: Command, { common, exitCodes, environment }: CommandFacts): string {
  const shared = new Set(common.map(({ flags }) => flags));
  return mdxPage(
    {
      title: 'Commands',
      description: 'Every command of coverbook with its options, exit codes and variables.',
      order: 8,
    },
    [
      [
        'Installed from the package, write `npx coverbook build`; in a checkout of the Coverbook repository,',
        '`npm run -s coverbook -- build`. Data goes to standard output, talk to standard error. Progress shows on a terminal only, and',
        '`NO_COLOR` is honoured.',
      ].join('\n'),
      '## Options most commands have',
      optionTable(common),
      ...commandsIn(program).flatMap((command) => section(command, shared)),
      '## Exit codes',
      mdxTable(
        ['Code', 'Says'],
        exitCodes.map(([code, meaning]) => [mdxCode(code), mdxText(meaning)]),
      ),
      '## Variables',
      mdxTable(
        ['Variable', 'Says'],
        environment.map(([variable, meaning]) => [mdxCode(variable), mdxText(meaning)]),
      ),
    ],
  );
}

/** The commands that do something, those of a group after it. */
function commandsIn(command: Command): Command[] {
  return command.commands.flatMap((child) => [child, ...commandsIn(child)]);
}

function section(command: Command, shared: ReadonlySet<string>): string[] {
  const shown = command.options.filter(({ hidden }) => !hidden);
  const hasShared = shown.filter(({ flags }) => shared.has(flags)).length === shared.size;
  const own = hasShared ? shown.filter(({ flags }) => !shared.has(flags)) : shown;
  const usage = [nameOf(command), ...command.registeredArguments.map(argumentName)].join(' ');
  return [
    `## ${mdxCode(usage)}`,
    `${mdxText(capital(command.description()))}.${hasShared ? ' Takes the options most commands have.' : ''}`,
    ...command.registeredArguments
      .filter(({ description }) => description !== '')
      .map((argument) => `${mdxCode(argumentName(argument))}: ${mdxText(argument.description)}.`),
    ...(own.length > 0 ? [optionTable(own)] : []),
    ...(shown.length === 0 && command.commands.length > 0
      ? [`One of: ${command.commands.map((child) => mdxCode(nameOf(child))).join(', ')}.`]
      : []),
  ];
}

function optionTable(options: readonly Option[]): string {
  return mdxTable(
    ['Option', 'Default', 'Does'],
    options.map((option) => [
      mdxCode(option.flags),
      option.mandatory ? 'required' : option.negate ? '' : mdxCode(option.defaultValue),
      mdxText(capital(option.description)) +
        (option.argChoices ? `: ${option.argChoices.map(mdxCode).join(', ')}` : ''),
    ]),
  );
}

function nameOf(command: Command): string {
  const { parent } = command;
  return parent ? `${nameOf(parent)} ${command.name()}` : command.name();
}

function argumentName(argument: Argument): string {
  const name = argument.name() + (argument.variadic ? '…' : '');
  return argument.required ? `<${name}>` : `[${name}]`;
}
