/** Lines of a file, from 1, both included. */
export interface LineRange {
  from: number;
  to: number;
}

/** Where a repository can be seen in a browser. */
export interface WebRepository {
  host: keyof typeof HOSTS;
  /** `https://github.com/SigmaHQ/sigma`, without a slash at the end and never with credentials. */
  url: string;
}

type LinkTo = (url: string, commit: string, path: string, lines?: LineRange) => string;

const isMarkdown = (path: string): boolean => /\.(?:md|mdx|markdown)$/i.test(path);

/** `#L3` or `#L3-L7`; a host that renders Markdown shows lines only of the plain text. */
function anchor(path: string, lines: LineRange | undefined, plain: string, to: string): string {
  if (lines === undefined) return '';
  const range = lines.to > lines.from ? `L${lines.from}-${to}${lines.to}` : `L${lines.from}`;
  return `${isMarkdown(path) ? plain : ''}#${range}`;
}

const HOSTS = {
  github: (url, commit, path, lines) =>
    `${url}/blob/${commit}/${encode(path)}${anchor(path, lines, '?plain=1', 'L')}`,
  gitlab: (url, commit, path, lines) =>
    `${url}/-/blob/${commit}/${encode(path)}${anchor(path, lines, '?plain=1', '')}`,
  gitea: (url, commit, path, lines) =>
    `${url}/src/commit/${commit}/${encode(path)}${anchor(path, lines, '?display=source', 'L')}`,
  bitbucket: (url, commit, path, lines) =>
    `${url}/src/${commit}/${encode(path)}${lines === undefined ? '' : `#lines-${lines.from}:${lines.to}`}`,
  'bitbucket-server': (url, commit, path, lines) =>
    `${url}/browse/${encode(path)}?at=${commit}${lines === undefined ? '' : `#${lines.from}-${lines.to}`}`,
} satisfies Record<string, LinkTo>;

/** Hosts that take Git over another name because of blocked ports. */
const WEB_NAMES: Record<string, string> = {
  'ssh.github.com': 'github.com',
  'altssh.gitlab.com': 'gitlab.com',
  'altssh.bitbucket.org': 'bitbucket.org',
};

function kindOf(hostname: string): keyof typeof HOSTS | undefined {
  if (hostname === 'bitbucket.org') return 'bitbucket';
  if (hostname.includes('bitbucket')) return 'bitbucket-server';
  if (hostname.includes('github')) return 'github';
  if (hostname.includes('gitlab')) return 'gitlab';
  if (/gitea|forgejo|codeberg/.test(hostname)) return 'gitea';
  return undefined;
}

/**
 * The web view of a Git remote: `https://…`, `ssh://…`, `git://…` or `git@host:path`. Undefined for a path on disk
 * and for a host whose software its name does not tell: a wrong link is worse than none.
 */
export function webRepository(remote: string): WebRepository | undefined {
  const scp = /^(?:[^@/:\s]+@)?([\w-]+(?:\.[\w-]+)+):(?!\/\/)(.+)$/.exec(remote);
  const address = scp === null ? remote : `ssh://${scp[1] ?? ''}/${scp[2] ?? ''}`;
  if (!/^(?:https?|ssh|git):\/\//i.test(address)) return undefined;
  const parsed = URL.parse(address);
  // A URL of a scheme the standard does not know keeps the case of its host.
  const hostname = parsed?.hostname.toLowerCase() ?? '';
  const host = kindOf(hostname);
  if (parsed === null || host === undefined || !/^[a-z0-9.-]+$/.test(hostname)) return undefined;
  const isWeb = /^https?:$/.test(parsed.protocol);
  const origin = isWeb ? `${parsed.protocol}//${parsed.host}` : `https://${WEB_NAMES[hostname] ?? hostname}`;
  const parts = decode(parsed.pathname.replace(/(?<!\/)\/+$/, '').replace(/\.git$/i, ''));
  if (parts === undefined || parts.length < 2) return undefined;
  return {
    host,
    url: `${origin}/${host === 'bitbucket-server' ? serverPath(parts) : encode(parts.join('/'))}`,
  };
}

/** Where a person can see a file at a commit. The path is relative to the root of the repository. */
export function permalink(
  repository: WebRepository,
  commit: string,
  path: string,
  lines?: LineRange,
): string {
  const linkTo: LinkTo = HOSTS[repository.host];
  return linkTo(repository.url, commit, path, lines);
}

/** Bitbucket Server names a repository `scm/PROJECT/name` or `~user/name` for Git and otherwise on the web. */
function serverPath(parts: readonly string[]): string {
  const [owner = '', name = ''] = parts.slice(-2);
  const context = parts.slice(0, -2).filter((part) => part !== 'scm');
  const place = owner.startsWith('~') ? ['users', owner.slice(1)] : ['projects', owner];
  return encode([...context, ...place, 'repos', name].join('/'));
}

function encode(path: string): string {
  return path.toWellFormed().split('/').map(encodeURIComponent).join('/');
}

/** The parts of a URL's path, without empty ones; undefined when they are not well-formed or climb. */
function decode(pathname: string): string[] | undefined {
  try {
    const parts = pathname.split('/').filter(Boolean).map(decodeURIComponent);
    return parts.some((part) => /^\.\.?$|\//.test(part)) ? undefined : parts;
  } catch {
    return undefined;
  }
}
