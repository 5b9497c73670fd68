import { z } from 'zod';

/** The pull request a job runs for. */
export interface PullRequest {
  /** `owner/name` of the repository it is to be merged into. */
  repository: string;
  number: number;
  /** Full id of the commit at its head. */
  head: string;
  /** It comes from another repository, or from one that is gone: the job's token may only read. */
  isFork: boolean;
}

const repository = z.string().regex(/^[\w.-]+\/[\w.-]+$/);
const commit = z.string().regex(/^[0-9a-f]{40,64}$/);

const EVENT = z.object({
  pull_request: z.object({
    number: z.int().positive(),
    // A fork may be deleted while its pull request is open.
    head: z.object({ sha: commit, repo: z.object({ full_name: repository }).nullish() }),
    base: z.object({ repo: z.object({ full_name: repository }) }),
  }),
});

/**
 * The pull request of an event as GitHub writes it to `GITHUB_EVENT_PATH`; undefined for every other event.
 *
 * @see https://docs.github.com/en/webhooks/webhook-events-and-payloads#pull_request
 */
export function pullRequestOf(event: unknown): PullRequest | undefined {
  const result = EVENT.safeParse(event);
  if (!result.success) return undefined;
  const { number, head, base } = result.data.pull_request;
  const target = base.repo.full_name;
  return { repository: target, number, head: head.sha, isFork: head.repo?.full_name !== target };
}
