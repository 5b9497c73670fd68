import { createHash } from 'node:crypto';
import type { Finding } from './finding.ts';

/** What of a finding stays the same when its line moves. */
interface Subject extends Pick<Finding, 'rule' | 'source' | 'path' | 'message'> {
  /** Of one that was told from all others before some of them were left out. */
  fingerprint?: string;
}

/**
 * For each finding what tells it from every other and stays the same when lines move: 16 hexadecimal digits. Of the
 * same finding several times in one file the first is told from the second by its order alone.
 */
export function fingerprints(findings: readonly Subject[]): string[] {
  const seen = new Map<string, number>();
  return findings.map(({ rule, source, path, message, fingerprint }) => {
    if (fingerprint !== undefined) return fingerprint;
    const subject = [rule, source, path, message].join('\0');
    const ordinal = seen.get(subject) ?? 0;
    seen.set(subject, ordinal + 1);
    return createHash('sha256').update(`${subject}\0${ordinal}`).digest('hex').slice(0, 16);
  });
}
