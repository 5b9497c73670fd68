import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { ConfigError } from './config-error.ts';
import { configSchema, type Config } from './config.ts';

const CONFIG_NAME = 'coverbook.yaml';

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
export function loadConfig(file: string): Config {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (cause) {
    throw new ConfigError(`The config ${file} cannot be read.`, 'Check the path and its permissions.', {
      cause,
    });
  }
  return parseConfig(text, file);
}

/** Checks the text of a config; `file` names it in errors and is what its paths are relative to. */
export function parseConfig(text: string, file: string): Config {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): string => {
    const { line, col } = lines.linePos(offset);
    return `${file}:${line}:${col}`;
  };
  const broken = document.errors[0];
  if (broken) {
    throw new ConfigError(
      `${at(broken.pos[0])} ${broken.message}`,
      'Mend the YAML; the rest was not looked at.',
    );
  }
  const result = configSchema.safeParse(document.toJS({ maxAliasCount: 100 }) ?? {});
  if (result.success) {
    checkNames(result.data.sources, file);
    return { ...result.data, file, root: dirname(file) };
  }
  const problems = result.error.issues.map((issue) => {
    const offset =
      issue.code === 'unrecognized_keys' ? keyOffset(document, issue) : nearestNode(document, issue.path);
    return `${offset === undefined ? file : at(offset)} ${describe(issue)}`;
  });
  throw new ConfigError(problems.join('\n'), "The config reference is on the site's “Formats” page.");
}

function describe(issue: z.core.$ZodIssue): string {
  const path = issue.path.length > 0 ? `\`${issue.path.join('.')}\`: ` : '';
  if (issue.code === 'unrecognized_keys') {
    return `${path}Unexpected ${issue.keys.map((key) => `\`${key}\``).join(', ')}, expected only documented keys`;
  }
  return `${path}${issue.message}`;
}

/** Offset of the first unexpected key itself. */
function keyOffset(
  document: ReturnType<typeof parseDocument>,
  { path, keys }: z.core.$ZodIssueUnrecognizedKeys,
): number | undefined {
  const map = path.length > 0 ? document.getIn(path, true) : document.contents;
  if (!isMap(map)) return undefined;
  const pair = map.items.find(({ key }) => isScalar(key) && keys.includes(String(key.value)));
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

/** Offset of the deepest node on the way to a path: a missing key points at the map that lacks it. */
function nearestNode(
  document: ReturnType<typeof parseDocument>,
  path: readonly PropertyKey[],
): number | undefined {
  for (let depth = path.length; depth > 0; depth -= 1) {
    const node = document.getIn(path.slice(0, depth), true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return isNode(document.contents) ? document.contents.range?.[0] : undefined;
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
