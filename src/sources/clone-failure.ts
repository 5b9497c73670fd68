import { SourceError, type SourceErrorKind } from './source-error.ts';

interface Cause {
  pattern: RegExp;
  kind: SourceErrorKind;
  /** Completes "<url> cannot be cloned: …". */
  because: string;
  hint: string;
}

/** Causes by Git's own words (in the C locale), most telling first. */
const CAUSES: readonly Cause[] = [
  {
    pattern: /authentication failed|could not read (?:username|password)|permission denied \(|error: 40[13]/i,
    kind: 'unreadable',
    because: 'access was denied',
    hint: 'Give Git access without a prompt: a credential helper, an SSH key, or a token of the CI job.',
  },
  {
    pattern: /repository .*not found|error: 404|does not appear to be a git repository|does not exist/i,
    kind: 'missing',
    because: 'there is no such repository, or it is private and Git has no access',
    hint: 'Correct the URL in `git`, or give Git access without a prompt.',
  },
  {
    pattern:
      /could not resolve|failed to connect|couldn't connect|timed out|unreachable|refused|reset by peer|too slow/i,
    kind: 'unreadable',
    because: 'the host cannot be reached',
    hint: 'Check the network and the proxy settings; offline, a clone on disk or a bundle file can stand in `git` instead.',
  },
  {
    pattern: /certificate|ssl|host key verification/i,
    kind: 'unreadable',
    because: 'the identity of the host cannot be verified',
    hint: 'Make the certificate authority or the host key known to Git (`http.sslCAInfo`, `known_hosts`).',
  },
  {
    pattern: /transport .* not allowed|is not a git command|unable to find remote helper/i,
    kind: 'missing',
    because: 'this kind of address is not supported',
    hint: 'Use an `https://`, `ssh://`, `git@host:` or `file://` address, or a path.',
  },
  {
    pattern: /no space left/i,
    kind: 'unreadable',
    because: 'the disk is full',
    hint: 'Make room for the cache, or put it elsewhere.',
  },
];

/** What went wrong when a URL was cloned or fetched, from what Git printed. `url` comes without credentials. */
export function cloneFailure(url: string, stderr: string, cause: unknown): SourceError {
  const known = CAUSES.find(({ pattern }) => pattern.test(stderr));
  const last = withoutCredentials(stderr.trim().split('\n').at(-1) ?? '');
  return new SourceError(
    known?.kind ?? 'unreadable',
    `${url} cannot be cloned: ${known === undefined ? last : `${known.because} (${last})`}`,
    known?.hint ?? 'Try `git ls-remote` with the URL; what works there works here.',
    { cause },
  );
}

/** Text with the user and password of every URL in it removed; a bare SSH user name stays. */
export function withoutCredentials(text: string): string {
  return text
    .replace(/(https?:\/\/)[^\s/@]*@/gi, '$1')
    .replace(/((?<![a-z+])[a-z+]+:\/\/[^\s/@:]*):[^\s/@]*@/gi, '$1@');
}
