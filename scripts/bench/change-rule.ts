import { appendFileSync } from 'node:fs';
import { join } from 'node:path';
import { run } from './run.ts';

/**
 * Commits a change of one rule of a repository, another one each time.
 *
 * @returns Takes back all changes since.
 */
export function changeRule(repository: string): () => void {
  const git = (...args: string[]): string => run('git', ['-C', repository, ...args]);
  const before = git('rev-parse', 'HEAD').trim();
  const [path = ''] = git('ls-files', 'rules/**.yml').split('\n');
  appendFileSync(join(repository, path), '# Changed.\n');
  const author = ['-c', 'user.name=Benchmark', '-c', 'user.email=benchmark@example.org'];
  git(...author, 'commit', '-q', '-a', '-m', 'Change');
  return () => void git('reset', '-q', '--hard', before);
}
