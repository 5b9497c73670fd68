import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { generateRules } from './generate-rules.ts';
import { run } from './run.ts';

/** Days of the commits: the rules come in as many parts. */
const COMMITS = ['2024-07-01', '2025-03-01', '2025-12-01', '2026-07-01'];

/** Makes a Git repository of generated rules with a few commits; the same count and seed give the same commit ids. */
export function writeRules(folder: string, count: number, seed = 1): void {
  mkdirSync(folder, { recursive: true });
  const git = (args: string[], day?: string): void => {
    const date = `${day ?? ''}T12:00:00Z`;
    const env = {
      GIT_CONFIG_NOSYSTEM: '1',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_DATE: date,
      GIT_COMMITTER_DATE: date,
    };
    run(
      'git',
      [
        '-C',
        folder,
        '-c',
        'user.name=Benchmark',
        '-c',
        'user.email=benchmark@example.org',
        '-c',
        'gc.auto=0',
        ...args,
      ],
      {
        ...(day !== undefined && env),
      },
    );
  };
  git(['init', '-q', '-b', 'main']);
  const size = Math.ceil(count / COMMITS.length);
  let written = 0;
  for (const { path, text } of generateRules(count, seed)) {
    const file = join(folder, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    written += 1;
    if (written % size !== 0 && written !== count) continue;
    git(['add', '-A']);
    git(['commit', '-q', '-m', `Rules up to ${String(written)}`], COMMITS[Math.ceil(written / size) - 1]);
  }
}
