import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { configSchema, type Config } from './config.ts';

/** What a config is called where nobody says otherwise. */
export const CONFIG_NAME = 'coverbook.yaml';

/**
 * Finds `coverbook.yaml` in a folder or the nearest one above it.
 *
 * @throws ConfigError when there is none.
 */
export function findConfig(cwd: string): string {
  for (let folder = resolve(cwd); ; folder = dirname(folder)) {
    const file = join(folder, CONFIG_NAME);
    if (existsSync(file)) return file;
    if (dirname(folder) === folder) break;
  }
  throw new ConfigError(
    `No ${CONFIG_NAME} in ${resolve(cwd)} or any folder above it.`,
    'Create one with a title and a list of sources, or name one with --config FILE.',
  );
}

/**
 * Reads and checks a config file.
 *
 * @param file Absolute path.
 * @throws ConfigError naming every problem as `file:line:column key: what is wrong`.
 */
export async function loadConfig(file: string): Promise<Config> {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError(`The config ${file} cannot be read.`, 'Check the path and its permissions.', {
      cause,
    });
  }
  return await parseConfig(text, file);
}

/**
 * Checks the text of a config; `file` names it in errors and is what its paths are relative to.
 *
 * @throws ConfigError as `loadConfig`.
 */
export async function parseConfig(text: string, file: string): Promise<Config> {
  const result = configSchema.safeParse(parseYaml(text, file) ?? {});
  if (!result.success) {
    const { placesOf } = await import('./config-positions.ts');
    const { issues } = result.error;
    const places = placesOf(text, file, issues);
    throw new ConfigError(
      issues.map((issue, index) => `${places[index] ?? file} ${describe(issue)}`).join('\n'),
      'The site’s “Config” page has every key.',
    );
  }
  checkNames(result.data.sources, file);
  return { ...result.data, file, root: dirname(file) };
}

function parseYaml(text: string, file: string): unknown {
  try {
    return load(text, { schema: CORE_SCHEMA });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const { reason, mark } = error;
    const place = mark ? `${file}:${mark.line + 1}:${mark.column + 1}` : file;
    throw new ConfigError(`${place} ${reason}`, 'Mend the YAML; the rest was not looked at.', {
      cause: error,
    });
  }
}

function describe(issue: z.core.$ZodIssue): string {
  const path = issue.path.length > 0 ? `\`${issue.path.join('.')}\`: ` : '';
  if (issue.code === 'unrecognized_keys') {
    return `${path}Unexpected ${issue.keys.map((key) => `\`${key}\``).join(', ')}, expected only documented keys`;
  }
  return `${path}${issue.message}`;
}

function checkNames(sources: Config['sources'], file: string): void {
  const seen = new Set<string>();
  for (const { name } of sources) {
    if (seen.has(name)) {
      throw new ConfigError(
        `${file} \`sources\`: Unexpected second source named \`${name}\``,
        'Give each its own name: it is part of every URL.',
      );
    }
    seen.add(name);
  }
}
