import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';

const DAY = 24 * 60 * 60;

/**
 * Commits a change of one rule of a repository, another one each time.
 *
 * @param options.days How much later than the last commit. Not today: what is read is as old as the newest commit makes it,
 *   and where that one is months later, rules that nobody touched have become stale.
 * @returns Takes back all changes since.
 */
export function changeRule(repository: string, { days = 0 }: { days?: number } = {}): () => void {
  const git = (args: readonly string[], env?: NodeJS.ProcessEnv): string =>
    run('git', ['-C', repository, ...args], env);
  const before = git(['rev-parse', 'HEAD']).trim();
  const last = Number(git(['log', '-1', '--format=%ct']));
  const [path = ''] = git(['ls-files', 'rules/**.yml']).split('\n');
  appendFileSync(join(repository, path), '# Changed.\n');
  const author = ['-c', 'user.name=Benchmark', '-c', 'user.email=benchmark@example.org'];
  const date = `${String(last + days * DAY)} +0000`;
  git([...author, 'commit', '-q', '-a', '-m', 'Change'], { GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date });
  return () => void git(['reset', '-q', '--hard', before]);
}
