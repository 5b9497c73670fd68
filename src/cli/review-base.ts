import type { RefsAsked } from '../review/sides/refs.ts';

/** Where CI systems say what a change is to be merged into, and how the branch is called there. */
const VARIABLES: readonly [name: string, isCommit: boolean][] = [
  ['GITHUB_BASE_REF', false],
  ['CI_MERGE_REQUEST_DIFF_BASE_SHA', true],
  ['CI_MERGE_REQUEST_TARGET_BRANCH_NAME', false],
  ['BITBUCKET_PR_DESTINATION_BRANCH', false],
  ['SYSTEM_PULLREQUEST_TARGETBRANCH', false],
];

/**
 * The base to compare with: what the command line says, else what the CI says of the change it runs for, else the
 * main branch of the remote, or of the repository itself.
 */
export function reviewBase(
  asked: string | undefined,
  env: NodeJS.ProcessEnv,
): Pick<RefsAsked, 'base' | 'askedBy'> {
  if (asked !== undefined) return { base: [asked], askedBy: '--base' };
  for (const [name, isCommit] of VARIABLES) {
    // Azure says `refs/heads/main`.
    const value = env[name]?.replace(/^refs\/heads\//, '');
    // A runner fetches the remote's branch; one of the same name in its clone may be of an earlier run.
    if (value) return { base: isCommit ? [value] : [`origin/${value}`, value], askedBy: name };
  }
  return { base: ['origin/HEAD', 'main', 'master'], askedBy: 'default' };
}
