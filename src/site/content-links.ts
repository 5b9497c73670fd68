import { dirname, join } from 'node:path/posix';
import { detectionPath, exercisePath, playbookPath, withBase } from '../output/paths.ts';
import type { Workspace } from '../workspace/workspace.ts';

/** Where a relative link of one file leads: from its source and path, and the link as written, to a page. */
export type ContentLinks = (from: { source: string; path: string }, link: string) => string | undefined;

/**
 * Resolves relative links between files of one source to the pages of what those files hold. The first item
 * of a file stands for it; a link to anything that has no page leads nowhere.
 */
export function contentLinks({ config, detections, playbooks, exercises }: Workspace): ContentLinks {
  const pages = new Map<string, string>();
  const add = (item: { source: string; path: string }, page: string): void => {
    const place = `${item.source}:${item.path}`;
    if (!pages.has(place)) pages.set(place, page);
  };
  for (const detection of detections) add(detection, detectionPath(detection));
  for (const playbook of playbooks) add(playbook, playbookPath(playbook));
  for (const exercise of exercises) add(exercise, exercisePath(exercise));
  return ({ source, path }, link) => {
    const [file = '', fragment] = link.split('#', 2);
    if (!isRelative(file)) return undefined;
    const page = pages.get(`${source}:${join(dirname(path), decoded(file))}`);
    if (page === undefined) return undefined;
    return withBase(config.base, page) + (fragment ? `#${encodeURIComponent(fragment)}` : '');
  };
}

/** Whether a Markdown text may hold a link that only its place in the source gives a meaning. */
export function mayLinkRelatively(markdown: string): boolean {
  return /\]\(\s*<?(?!https?:|mailto:|#)|^[^\S\n\r\u2028\u2029]*\[[^\]]+\]:|<a\s/im.test(markdown);
}

function isRelative(file: string): boolean {
  return file !== '' && !/^(?:[a-z][a-z\d+.-]*:|\/)/i.test(file);
}

function decoded(file: string): string {
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
