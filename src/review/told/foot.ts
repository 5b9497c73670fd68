import { domainName } from '../../attack/domain.ts';
import { counted } from '../../coverage/wording.ts';
import type { Review, ReviewBase, ReviewSide } from '../review.ts';

/** Characters of a commit id people recognise it by. */
const SHORT = 7;

/** How much of each domain is covered: `Enterprise: 41 of 691 techniques in scope covered, 43 before`. */
export function numberLines({ numbers }: Pick<Review, 'numbers'>): string[] {
  return numbers.map(({ domain, before, after }) => {
    const now = `${domainName(domain)}: ${after.covered} of ${counted(after.total, 'technique')} in scope covered`;
    if (before.total !== after.total) return `${now}, ${before.covered} of ${before.total} before`;
    return before.covered === after.covered ? `${now}, as before` : `${now}, ${before.covered} before`;
  });
}

/** What was compared, with what, and by which rule: a sentence each. May quote names of refs. */
export function footLines(review: Review): string[] {
  const { tool, attack, base, head, now, rollUp, summary } = review;
  const versions = attack.map(
    ({ domain, version, before }) =>
      `${domainName(domain)} ${version}${before === undefined ? '' : ` (${before} at the base)`}`,
  );
  const others = [
    ...(summary.findings.resolved > 0 ? [`${counted(summary.findings.resolved, 'finding')} resolved`] : []),
    ...(summary.findings.old > 0 ? [`${counted(summary.findings.old, 'old finding')} not listed`] : []),
  ];
  return [
    `Base: ${baseName(base)}.`,
    `Head: ${sideName(head)}.`,
    `Windows of both are counted back from ${now}.`,
    rollUp,
    ...(others.length > 0 ? [`${others.join(', ')}.`] : []),
    `Coverbook ${tool.version}, ATT&CK ${versions.join(', ')}.`,
  ];
}

/** The command that gives the whole review: by commit ids, since the name of a ref could be anything in a shell. */
export function wholeCommand({ base, head }: Pick<Review, 'base' | 'head'>): string {
  const ofHead = head.ref === undefined || head.commit === undefined ? '' : ` --head ${head.commit}`;
  return `coverbook review --base ${base.commit}${ofHead}`;
}

/** `1a2b3c4 (2026-04-02), where the head left origin/main (5555555 now), from GITHUB_BASE_REF` */
function baseName({ ref, commit, date, tip, askedBy }: ReviewBase): string {
  const place =
    tip === undefined
      ? sideName({ ref, commit, ...(date !== undefined && { date }) })
      : `${commit.slice(0, SHORT)}${date === undefined ? '' : ` (${date})`}, where the head left ${ref} (${tip.slice(0, SHORT)} now)`;
  // What was asked for in as many words needs no source.
  if (askedBy === '--base') return place;
  return `${place}, ${askedBy === 'default' ? 'by default' : `from ${askedBy}`}`;
}

/** `main (1a2b3c4, 2026-05-01)`, `the working tree (on 1a2b3c4)` */
function sideName({ ref, commit, date }: ReviewSide): string {
  const short = commit?.slice(0, SHORT);
  if (ref === undefined) return `the working tree${short === undefined ? '' : ` (on ${short})`}`;
  return `${ref} (${[short, date].filter((part) => part !== undefined).join(', ')})`;
}
