import { readFileSync } from 'node:fs';
import type { Range } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import type { Pointer } from '../mapping/mapping.ts';
import { ConfigError } from '../workspace/config-error.ts';
import type { Config } from '../workspace/config.ts';

/**
 * Holds the rules a config names against those there are: a misspelt one would silently change nothing.
 *
 * @throws ConfigError naming every unknown one as `file:line:column`, with the rule it is most like.
 */
export async function checkRuleIds({ lint, file }: Pick<Config, 'lint' | 'file'>): Promise<void> {
  const named: [id: string, at: Pointer][] = [
    ...Object.keys(lint.rules).map((id): [string, Pointer] => [id, ['lint', 'rules', id]]),
    ...lint.overrides.flatMap(({ rules }, index) =>
      Object.keys(rules).map((id): [string, Pointer] => [id, ['lint', 'overrides', index, 'rules', id]]),
    ),
  ];
  if (named.length === 0) return;
  const { LINT_RULES } = await import('./rules.ts');
  const ids = new Set(LINT_RULES.map((rule) => rule.id));
  const unknown = named.filter(([id]) => !ids.has(id));
  if (unknown.length === 0) return;
  const { locateYaml } = await import('../documents/locate-yaml.ts');
  const place = (at: Pointer): string => placeOf(file, (text) => locateYaml(text, 0, at));
  throw new ConfigError(
    unknown.map(([id, at]) => `${place(at)} Unexpected rule \`${id}\`${suggestion(id, ids)}`).join('\n'),
    'The “Lint rules” page of the site has every rule.',
  );
}

function suggestion(id: string, ids: ReadonlySet<string>): string {
  const near = nearest(id, ids) ?? [...ids].find((known) => known.split('/')[1] === id);
  return near === undefined ? ', expected the id of a rule' : `, did you mean \`${near}\`?`;
}

function placeOf(file: string, locate: (text: string) => Range | undefined): string {
  try {
    const range = locate(readFileSync(file, 'utf8'));
    return range ? `${file}:${range.line}:${range.column}` : file;
  } catch {
    // A config made by a program has no text.
    return file;
  }
}
