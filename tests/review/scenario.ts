import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compareStates, type ComparedStates } from '../../src/review/load-review.ts';
import type { Review } from '../../src/review/review.ts';
import { reviewSite } from '../../src/review/site/review-site.ts';
import { makeRepository, temporaryFolder, type Files, type TestRepository } from '../git-repository.ts';

const FOLDER = join(import.meta.dirname, 'scenarios');

/** What every scenario's repository holds, whatever it adds or changes. */
const COMMON = 'common';

/** Names of the scenarios: one for each kind of change. */
export const SCENARIOS: readonly string[] = readdirSync(FOLDER).filter((name) => name !== COMMON);

/** Path of a file that says what is expected of a scenario. */
export function expectedFile(scenario: string, extension: string): string {
  return join(FOLDER, scenario, `expected.${extension}`);
}

/**
 * A scenario as a repository of two commits: on `main` the files of `common` and of its `base`, on `change` those of
 * `common` and of its `head`. A file of the base that the head has not is deleted.
 */
export function scenarioRepository(scenario: string): TestRepository {
  const common = filesIn(join(FOLDER, COMMON));
  const base = { ...common, ...filesIn(join(FOLDER, scenario, 'base')) };
  const head = { ...common, ...filesIn(join(FOLDER, scenario, 'head')) };
  const gone = Object.keys(base).filter((path) => !(path in head));
  const repository = makeRepository({
    files: base,
    date: '2026-01-25T10:00:00Z',
    remote: 'https://github.com/example/detections.git',
  });
  repository.git('checkout', '--quiet', '-b', 'change');
  repository.commit(
    { ...head, ...Object.fromEntries(gone.map((path) => [path, null])) },
    '2026-02-20T10:00:00Z',
  );
  return repository;
}

/** The review of a scenario: `main` to `change`. Only inside a test. */
export function reviewScenario(scenario: string): Promise<Review> {
  return reviewOf(scenarioRepository(scenario).folder, { base: 'main', head: 'change' });
}

interface Asked {
  base: string;
  head?: string;
  config?: string;
  now?: string;
  cacheDir?: string;
}

/** A review of a repository with `coverbook.yaml` at its top, or where `config` says. Only inside a test. */
export async function reviewOf(folder: string, asked: Asked): Promise<Review> {
  return (await statesOf(folder, asked)).review;
}

/** The pages of such a review, by path. Only inside a test. */
export async function pagesOf(folder: string, asked: Asked): Promise<Map<string, string>> {
  const pages = new Map<string, string>();
  for await (const { path, html } of reviewSite(await statesOf(folder, asked))) pages.set(path, html);
  return pages;
}

function statesOf(folder: string, asked: Asked): Promise<ComparedStates> {
  const { base, head, config = 'coverbook.yaml', now, cacheDir } = asked;
  return compareStates({
    base: [base],
    askedBy: '--base',
    ...(head !== undefined && { head }),
    ...(now !== undefined && { now }),
    config: join(folder, config),
    version: '0.1.0',
    cacheDir: cacheDir ?? temporaryFolder(),
    useCache: cacheDir !== undefined,
    attackDir: join(folder, 'no-imported-versions'),
  });
}

/** Path → content of all files below a folder; none where there is no such folder. */
function filesIn(folder: string): Files {
  const entries = listed(folder);
  return Object.fromEntries(
    entries.map((path) => [path.replaceAll('\\', '/'), readFileSync(join(folder, path))]),
  );
}

function listed(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .sort();
  } catch {
    return [];
  }
}
