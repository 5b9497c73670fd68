import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';

/** Path → content; `null` deletes the file. */
export type Files = Record<string, string | Uint8Array | null>;

export interface TestRepository {
  folder: string;
  /** Runs Git in the repository and gives what it prints, without spaces around. */
  git: (...args: string[]) => string;
  /** Writes files without committing them. */
  write: (files: Files) => void;
  /** Writes files, commits everything at the given time and gives the commit id. */
  commit: (files: Files, date?: string) => string;
}

/** A new temporary folder, removed when the test is over. Only inside a test. */
export function temporaryFolder(name = 'coverbook-test-'): string {
  const folder = mkdtempSync(join(tmpdir(), name));
  onTestFinished(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

/**
 * A real Git repository, on branch `main`, with one commit when files are given. Dates and author are fixed and nobody's
 * own Git settings play a part, so commit ids are the same everywhere.
 *
 * @param options.folder An empty folder the caller removes; without it a temporary one, for the test that runs.
 */
export function makeRepository(
  options: { files?: Files; date?: string; remote?: string; folder?: string } = {},
): TestRepository {
  const folder = options.folder ?? temporaryFolder();
  const repository: TestRepository = {
    folder,
    git: (...args) => runGit(folder, args),
    write: (files) => {
      writeFiles(folder, files);
    },
    commit: (files, date = '2026-01-01T10:00:00Z') => {
      writeFiles(folder, files);
      runGit(folder, ['add', '--all', '--force']);
      runGit(folder, ['commit', '--quiet', '--allow-empty', '-m', 'Change'], date);
      return runGit(folder, ['rev-parse', 'HEAD']);
    },
  };
  repository.git('init', '--quiet', '--initial-branch=main');
  if (options.remote !== undefined) repository.git('remote', 'add', 'origin', options.remote);
  if (options.files !== undefined) repository.commit(options.files, options.date);
  return repository;
}

function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path);
    if (content === null) {
      rmSync(file);
    } else {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
  }
}

function runGit(folder: string, args: string[], date = '2026-01-01T10:00:00Z'): string {
  const identity = [
    '-c',
    'user.name=Test',
    '-c',
    'user.email=test@example.org',
    '-c',
    'commit.gpgsign=false',
  ];
  const inherited = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  return execFileSync('git', [...identity, '-c', 'core.autocrlf=false', '-C', folder, ...args], {
    env: {
      ...Object.fromEntries(inherited),
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_CONFIG_NOSYSTEM: '1',
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
    .toString()
    .trim();
}
