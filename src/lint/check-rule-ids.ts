import { readFileSync } from 'node:fs';
import { locateYaml } from '../documents/locate-yaml.ts';
import { nearest } from '../findings/nearest.ts';
import type { Pointer } from '../mapping/mapping.ts';
import { ConfigError } from '../workspace/config-error.ts';
import type { Config } from '../workspace/config.ts';
import { LINT_RULES } from './rules.ts';

const IDS: ReadonlySet<string> = new Set(LINT_RULES.map(({ id }) => id));

/**
 * Holds the rules a config names against those there are: a misspelt one would silently change nothing.
 *
 * @throws ConfigError naming every unknown one as `file:line:column`, with the rule it is most like.
 */
export function checkRuleIds({ lint, file }: Pick<Config, 'lint' | 'file'>): void {
  const named: [id: string, at: Pointer][] = [
    ...Object.keys(lint.rules).map((id): [string, Pointer] => [id, ['lint', 'rules', id]]),
    ...lint.overrides.flatMap(({ rules }, index) =>
      Object.keys(rules).map((id): [string, Pointer] => [id, ['lint', 'overrides', index, 'rules', id]]),
    ),
  ];
  const unknown = named.filter(([id]) => !IDS.has(id));
  if (unknown.length === 0) return;
  throw new ConfigError(
    unknown.map(([id, at]) => `${placeOf(file, at)} Unexpected rule \`${id}\`${suggestion(id)}`).join('\n'),
    'The “Lint rules” page of the site has every rule.',
  );
}

function suggestion(id: string): string {
  const near = nearest(id, IDS) ?? [...IDS].find((known) => known.split('/')[1] === id);
  return near === undefined ? ', expected the id of a rule' : `, did you mean \`${near}\`?`;
}

function placeOf(file: string, at: Pointer): string {
  try {
    const range = locateYaml(readFileSync(file, 'utf8'), 0, at);
    return range ? `${file}:${range.line}:${range.column}` : file;
  } catch {
    // A config made by a program has no text.
    return file;
  }
}
