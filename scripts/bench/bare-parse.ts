import { spawnSync } from 'node:child_process';
import { load } from 'js-yaml';

// The least any reader of the same rules must do: the same files out of the same repository through the same
// YAML parser, and nothing else. What Coverbook costs is told as a multiple of this.
const [repository = '', ...globs] = process.argv.slice(2);
const git = (args: string[], input?: string): Buffer =>
  spawnSync('git', ['-C', repository, ...args], { maxBuffer: 1 << 28, ...(input !== undefined && { input }) })
    .stdout;
const folders = globs.map((glob) => glob.replace('/**', ''));
const ids = git(['ls-tree', '-r', 'HEAD', '--', ...folders])
  .toString()
  .split('\n')
  .flatMap((line) => /blob ([0-9a-f]+)\t.*\.yml$/.exec(line)?.[1] ?? []);
const batch = git(['cat-file', '--batch'], `${ids.join('\n')}\n`);
let offset = 0;
let parsed = 0;
while (offset < batch.length) {
  const end = batch.indexOf(10, offset);
  const size = Number(batch.toString('latin1', offset, end).split(' ')[2]);
  load(batch.toString('utf8', end + 1, end + 1 + size));
  parsed += 1;
  offset = end + size + 2;
}
process.stdout.write(`${parsed}\n`);
