/** Payloads in the shape GitHub writes to `GITHUB_EVENT_PATH`, with what is read of them and some of what is not. */

export const HEAD = 'a'.repeat(40);

const repo = (full_name: string) => ({ id: 1, full_name, private: false, fork: full_name !== 'soc/rules' });

export function pullRequestEvent(from: string | null = 'soc/rules', head = HEAD): object {
  return {
    action: 'synchronize',
    number: 7,
    pull_request: {
      number: 7,
      title: 'Weaker rule $(touch owned)',
      head: { ref: 'feature/`id`', sha: head, label: 'x:y', repo: from === null ? null : repo(from) },
      base: { ref: 'main', sha: 'b'.repeat(40), repo: repo('soc/rules') },
      user: { login: 'octocat', type: 'User' },
    },
    repository: repo('soc/rules'),
    sender: { login: 'octocat', type: 'User' },
  };
}

export const PUSH_EVENT = {
  ref: 'refs/heads/main',
  before: 'b'.repeat(40),
  after: HEAD,
  repository: repo('soc/rules'),
  pusher: { name: 'octocat' },
};
