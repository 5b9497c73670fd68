import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { InvalidArgumentError, Option } from 'commander';
import { GhError, openGh } from '../../ci/gh.ts';
import { pullRequestOf, type PullRequest } from '../../ci/pull-request.ts';
import { putComment, type CommentOutcome } from '../../ci/put-comment.ts';
import { workflowCommand } from '../../escape/workflow-command.ts';
import { COMMENT_LIMIT, COMMENT_MARKER } from '../../review/comment.ts';
import { SourceError } from '../../sources/source-error.ts';
import type { Io } from '../io.ts';
import type { AddCommand } from '../program.ts';
import { UsageError } from '../usage-error.ts';

interface CommentOptions {
  body: string;
  repository?: string;
  pullRequest?: number;
  head?: string;
  author?: string;
}

const WORDS: Readonly<Record<CommentOutcome, string>> = {
  written: 'The review is written as a comment.',
  updated: 'The comment is brought up to date.',
  unchanged: 'The comment says the same already.',
  moved: 'The pull request has a newer commit; its own job will comment.',
};

/** `coverbook comment`: a review as the one comment on its pull request, through GitHub's `gh`. */
export const addComment: AddCommand = (program, io) => {
  program
    .command('comment')
    .description('keep a review up to date as one comment on a pull request of GitHub, through gh')
    .requiredOption('--body <file>', 'the review in Markdown, as `review --format markdown` writes it')
    .addOption(
      new Option('--repository <owner/name>', 'where the pull request is (default: of the event)').argParser(
        matching(/^[\w.-]+\/[\w.-]+$/, 'owner/name'),
      ),
    )
    .addOption(
      new Option('--pull-request <number>', 'its number (default: of the event)').argParser((value) =>
        Number(matching(/^[1-9]\d{0,9}$/, 'a number')(value)),
      ),
    )
    .addOption(
      new Option('--head <sha>', 'the commit the review is of (default: of the event)').argParser(
        matching(/^[0-9a-f]{40,64}$/, 'the full id of a commit'),
      ),
    )
    .option('--author <login>', 'who writes the comment (default: any bot, as a job’s token is)')
    .action(async (options: CommentOptions) => {
      const body = await bodyOf(resolve(io.cwd, options.body));
      const pullRequest = await askedFor(options, io);
      if (pullRequest.isFork) {
        leaveOut('A pull request from a fork gets a token that may only read.', io);
        return;
      }
      const { author } = options;
      const request = { pullRequest, body, marker: COMMENT_MARKER, ...(author !== undefined && { author }) };
      try {
        io.stderr.write(`${WORDS[await putComment(openGh(io.env), request)]}\n`);
      } catch (error) {
        if (!(error instanceof GhError)) throw error;
        if (!error.isForbidden)
          throw new SourceError(
            'unreadable',
            `GitHub’s gh could not do it: ${error.message}`,
            'Run the job again; an older gh may have to be updated (2.48 or newer).',
            { cause: error },
          );
        leaveOut(`GitHub refuses it: ${error.message}`, io);
      }
    });
};

async function bodyOf(file: string): Promise<string> {
  const body = await readFile(file, 'utf8').catch((cause: unknown) => {
    throw new UsageError(`The file ${file} cannot be read: ${(cause as Error).message}`, 'Write it first.');
  });
  if (!body.startsWith(COMMENT_MARKER))
    throw new UsageError(
      `The file ${file} is no review in Markdown.`,
      'Write it with `coverbook review --format markdown --output FILE`.',
    );
  if (body.length > COMMENT_LIMIT)
    throw new UsageError(
      `The file ${file} has ${body.length} characters, and a comment takes ${COMMENT_LIMIT}.`,
      'Write it with `coverbook review --format markdown`, which keeps to the limit.',
    );
  return body;
}

async function askedFor(
  { repository, pullRequest: number, head }: CommentOptions,
  io: Io,
): Promise<PullRequest> {
  if (repository !== undefined && number !== undefined && head !== undefined)
    return { repository, number, head, isFork: false };
  const path = io.env['GITHUB_EVENT_PATH'];
  const text = path === undefined ? '' : await readFile(path, 'utf8').catch(() => '');
  const ofEvent = pullRequestOf(parsed(text));
  if (!ofEvent)
    throw new UsageError(
      'This job does not run for a pull request.',
      'Name it with --repository, --pull-request and --head, or run the command in a job on `pull_request`.',
    );
  return {
    ...ofEvent,
    ...(repository !== undefined && { repository }),
    ...(number !== undefined && { number }),
    ...(head !== undefined && { head }),
  };
}

/** A comment is an extra: the review stands in the summary and beside the lines, and the job goes on. */
function leaveOut(why: string, io: Io): void {
  const text = `No comment is written. ${why} The review stands in the summary of the job.`;
  if (io.env['GITHUB_ACTIONS'] === 'true')
    io.stdout.write(`${workflowCommand('notice', { title: 'Coverbook' }, text)}\n`);
  else io.stderr.write(`${text}\n`);
}

function matching(pattern: RegExp, what: string): (value: string) => string {
  return (value) => {
    if (!pattern.test(value)) throw new InvalidArgumentError(`Expected ${what}.`);
    return value;
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}
