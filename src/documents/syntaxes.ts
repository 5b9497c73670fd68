import { lazy } from '../attack/lazy.ts';
import type { Syntax } from './parse.ts';

const SYNTAXES: readonly (readonly [extensions: readonly string[], load: () => Promise<Syntax>])[] = [
  [['.yml', '.yaml'], async () => (await import('./yaml.ts')).parseYaml],
  [['.toml'], async () => (await import('./toml.ts')).parseToml],
  [['.md', '.mdx', '.markdown'], async () => (await import('./markdown.ts')).parseMarkdown],
  [['.json', '.ndjson', '.jsonl'], async () => (await import('./json.ts')).parseJson],
  [['.csv'], async () => (await import('./csv.ts')).parseCsv],
  [['.xml'], async () => (await import('./xml.ts')).parseXml],
  [['.yaral', '.rules', '.sql', '.kql', '.kusto'], async () => (await import('./plain-text.ts')).plainText],
];

const BY_EXTENSION = new Map(
  SYNTAXES.flatMap(([extensions, load]) => {
    const syntax = lazy(load);
    return extensions.map((extension) => [extension, syntax] as const);
  }),
);

/**
 * What parses files with this extension, loaded when it is asked for: parsers of all of them take longer to load than
 * those of one take for a small repository.
 *
 * @param extension Lower case, with the dot; one of `extensions.ts`, where asking for them loads nothing.
 * @returns undefined for one there is no parser for.
 */
export async function syntaxOf(extension: string): Promise<Syntax | undefined> {
  return await BY_EXTENSION.get(extension)?.();
}
