import { extname } from 'node:path/posix';
import { PARSED_EXTENSIONS } from '../documents/extensions.ts';
import type { FileContent } from '../readers/reader.ts';
import type { ReadSource } from './assemble.ts';

/** Files that were passed over for one reason. */
export interface IgnoredFiles {
  /** Goes on after a number of files: `that no format recognises`. */
  reason: string;
  count: number;
  /** The first of them, up to 200: enough to see what they are. */
  paths: string[];
}

/** What became of the files of a source: `total` = read + ignored + unreadable. */
export interface FileAccount {
  total: number;
  /** Files something was read from. */
  read: number;
  /** Files something was read from, by what recognised them (`sigma`), most frequent first, with up to 200 paths. */
  formats: { format: string; count: number; paths: string[] }[];
  /** Files that hold nothing to read, by reason, most frequent first. */
  ignored: IgnoredFiles[];
  /** Paths of files that could not be read; each has a finding that says why. */
  unreadable: string[];
}

export const NO_FILES: FileAccount = { total: 0, read: 0, formats: [], ignored: [], unreadable: [] };

const SHOWN_PATHS = 200;

/**
 * Accounts for every file a source selects: nothing is dropped silently.
 *
 * @param notNamed Files with threat profiles the config does not name, and what they are.
 */
export function accountFor(
  { source, contents }: ReadSource,
  notNamed: ReadonlyMap<FileContent, string> = new Map(),
): FileAccount {
  const ignored = new Map<string, string[]>();
  const ignore = (reason: string, path: string): void => {
    add(ignored, reason, path);
  };
  const unreadable = [...source.skipped, ...(source.unreadable ?? [])].map(({ path }) => path);
  const formats = new Map<string, string[]>();
  const failed = new Set(unreadable);
  for (const { path } of source.files) {
    const extension = extname(path).toLowerCase();
    if (PARSED_EXTENSIONS.has(extension) || failed.has(path)) continue;
    ignore(extension === '' ? 'without an extension' : `of a kind that is not read (${extension})`, path);
  }
  for (const path of source.links ?? []) ignore('that are links or submodules, never followed', path);
  for (const { file, content } of contents) {
    const reason = notNamed.get(content) ?? whyIgnored(content);
    if (isUnreadable(content)) unreadable.push(file.path);
    else if (reason === undefined) {
      const format = content.format ?? 'unknown';
      add(formats, format, file.path);
    } else ignore(reason, file.path);
  }
  return {
    total: [source.files, source.skipped, source.unreadable ?? [], source.links ?? []].reduce(
      (sum, { length }) => sum + length,
      0,
    ),
    read: [...formats.values()].reduce((sum, { length }) => sum + length, 0),
    formats: counted(formats).map(([format, part]) => ({ format, ...part })),
    ignored: counted(ignored).map(([reason, part]) => ({ reason, ...part })),
    unreadable: unreadable.sort(),
  };
}

function add(lists: Map<string, string[]>, name: string, path: string): void {
  const paths = lists.get(name);
  if (paths) paths.push(path);
  else lists.set(name, [path]);
}

/** Most frequent first. */
function counted(lists: ReadonlyMap<string, string[]>): [name: string, { count: number; paths: string[] }][] {
  return [...lists]
    .sort(([a, one], [b, other]) => other.length - one.length || (a < b ? -1 : 1))
    .map(([name, paths]) => [name, { count: paths.length, paths: paths.slice(0, SHOWN_PATHS) }]);
}

function whyIgnored(content: FileContent): string | undefined {
  if (content.ignored !== undefined) return content.ignored;
  return content.format === null ? 'that no format recognises' : undefined;
}

function isUnreadable(content: FileContent): boolean {
  const { detections, playbooks, exercises, threats, regressions, atomics, findings } = content;
  const { decisions = [], visibility = [] } = content;
  const items = [detections, playbooks, exercises, threats, regressions, atomics, decisions, visibility];
  return items.every(({ length }) => length === 0) && findings.some(({ severity }) => severity === 'error');
}
