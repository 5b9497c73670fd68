import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { webRepository } from '../sources/permalink.ts';

/** Where the team's checks run. */
export const CI_SERVICES = ['github', 'gitlab', 'none'] as const;
export type CiService = (typeof CI_SERVICES)[number];

const FILES = {
  github: { path: '.github/workflows/coverbook.yml', template: 'github.yml' },
  gitlab: { path: '.gitlab-ci.yml', template: 'gitlab.yml' },
} as const;

/** GitLab where the remote or a pipeline says so, else GitHub. */
export function ciServiceOf(remote: string | undefined, paths: Iterable<string>): CiService {
  const host = remote === undefined ? undefined : webRepository(remote)?.host;
  if (host !== undefined) return host === 'gitlab' ? 'gitlab' : 'github';
  return new Set(paths).has('.gitlab-ci.yml') ? 'gitlab' : 'github';
}

/** The job that checks the content and builds the site; undefined for none. */
export function ciFile(service: CiService): { path: string; text: string } | undefined {
  if (service === 'none') return undefined;
  const { path, template } = FILES[service];
  return { path, text: readFileSync(join(import.meta.dirname, 'templates', template), 'utf8') };
}
