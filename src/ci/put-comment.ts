import { z } from 'zod';
import type { Gh } from './gh.ts';
import type { PullRequest } from './pull-request.ts';

/** What became of the comment; `moved`: the pull request has another head by now, and a newer job will speak of it. */
export type CommentOutcome = 'written' | 'updated' | 'unchanged' | 'moved';

export interface CommentRequest {
  pullRequest: Pick<PullRequest, 'repository' | 'number' | 'head'>;
  /** Markdown that begins with the marker. */
  body: string;
  /** How a comment of ours begins. */
  marker: string;
  /** Login of whoever writes; without it any bot, which is what a job's token is. */
  author?: string;
}

const PULL_REQUEST = z.object({ head: z.object({ sha: z.string() }) });

/** Pages of comments, as `gh api --paginate --slurp` gives them. */
const COMMENTS = z.array(
  z.array(
    z.object({
      id: z.int(),
      body: z.string().nullable(),
      // Of an account that is gone there is nobody.
      user: z.object({ login: z.string(), type: z.string() }).nullable(),
    }),
  ),
);

/**
 * Keeps one comment on a pull request up to date: the first that begins with the marker and is our own. Anybody may
 * write the marker, so a comment of somebody else is never touched.
 *
 * @throws GhError when GitHub refuses.
 */
export async function putComment(
  gh: Gh,
  { pullRequest: { repository, number, head }, body, marker, author }: CommentRequest,
): Promise<CommentOutcome> {
  const pull = PULL_REQUEST.parse(JSON.parse(await gh([`repos/${repository}/pulls/${String(number)}`])));
  if (pull.head.sha !== head) return 'moved';
  const comments = `repos/${repository}/issues/${String(number)}/comments`;
  const pages = COMMENTS.parse(JSON.parse(await gh(['--paginate', '--slurp', `${comments}?per_page=100`])));
  const before = pages
    .flat()
    .find(
      (comment) =>
        comment.body?.startsWith(marker) === true &&
        (author === undefined ? comment.user?.type === 'Bot' : comment.user?.login === author),
    );
  if (!before) {
    await gh(['--method', 'POST', comments], { body });
    return 'written';
  }
  if (plain(before.body ?? '') === plain(body)) return 'unchanged';
  await gh(['--method', 'PATCH', `repos/${repository}/issues/comments/${String(before.id)}`], { body });
  return 'updated';
}

/** GitHub may give other line ends than it was given, and none at the end. */
function plain(text: string): string {
  return text.replaceAll('\r\n', '\n').trimEnd();
}
