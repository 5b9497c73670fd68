import { extname } from 'node:path/posix';
import { PARSED_EXTENSIONS } from '../documents/extensions.ts';
import type { FileContent } from '../readers/reader.ts';
import type { ReadSource } from './assemble.ts';

/** What became of the files of a source: `total` = read + ignored + unreadable. */
export interface FileAccount {
  total: number;
  /** Files something was read from. */
  read: number;
  /** Files that hold nothing to read, by reason, most frequent first. */
  ignored: { reason: string; count: number; examples: string[] }[];
  /** Paths of files that could not be read; each has a finding that says why. */
  unreadable: string[];
}

export const NO_FILES: FileAccount = { total: 0, read: 0, ignored: [], unreadable: [] };

const EXAMPLES = 5;

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
    const paths = ignored.get(reason);
    if (paths) paths.push(path);
    else ignored.set(reason, [path]);
  };
  const unreadable = [...source.skipped, ...(source.unreadable ?? [])].map(({ path }) => path);
  let read = 0;
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
    else if (reason === undefined) read += 1;
    else ignore(reason, file.path);
  }
  return {
    total: [source.files, source.skipped, source.unreadable ?? [], source.links ?? []].reduce(
      (sum, { length }) => sum + length,
      0,
    ),
    read,
    ignored: [...ignored]
      .map(([reason, paths]) => ({ reason, count: paths.length, examples: paths.slice(0, EXAMPLES) }))
      .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1)),
    unreadable: unreadable.sort(),
  };
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
