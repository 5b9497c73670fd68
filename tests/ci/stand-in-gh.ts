import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/** One call of `gh`: its arguments and what came on standard input. */
export interface GhCall {
  args: string[];
  input: string;
}

/** What the stand-in answers: by the path of the API, its text; `fails` makes it say no as `gh` does. */
export interface GhAnswers {
  head: string;
  comments?: { id: number; body: string | null; user: { login: string; type: string } | null }[];
  fails?: { when: 'read' | 'write'; stderr: string };
}

/** Puts a `gh` on a PATH that answers for one pull request and keeps what it was asked. */
export function standInGh(folder: string, answers: GhAnswers): { path: string; calls: () => GhCall[] } {
  const bin = join(folder, 'bin');
  const log = join(folder, 'calls.jsonl');
  mkdirSync(bin, { recursive: true });
  writeFileSync(log, '');
  writeFileSync(
    join(bin, 'gh'),
    `#!${process.execPath}
const { appendFileSync, readFileSync } = require('node:fs');
const answers = ${JSON.stringify(answers)};
const args = process.argv.slice(2);
const input = args.includes('--input') ? readFileSync(0, 'utf8') : '';
appendFileSync(${JSON.stringify(log)}, JSON.stringify({ args, input }) + '\\n');
const isWrite = args.includes('--method');
if (answers.fails && isWrite === (answers.fails.when === 'write')) {
  process.stderr.write(answers.fails.stderr);
  process.exit(1);
}
// Two to a page, so that there are pages.
const pages = [];
for (let at = 0; at < (answers.comments ?? []).length; at += 2) pages.push(answers.comments.slice(at, at + 2));
if (isWrite) process.stdout.write('{"id":99}');
else if (args.some((arg) => arg.includes('/comments'))) process.stdout.write(JSON.stringify(pages));
else process.stdout.write(JSON.stringify({ number: 7, head: { sha: answers.head } }));
`,
  );
  chmodSync(join(bin, 'gh'), 0o755);
  return {
    path: `${bin}${delimiter}${process.env['PATH'] ?? ''}`,
    calls: () =>
      readFileSync(log, 'utf8')
        .split('\n')
        .filter((line) => line !== '')
        .map((line) => JSON.parse(line) as GhCall),
  };
}
