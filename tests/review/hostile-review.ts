import type { Review } from '../../src/review/review.ts';
import { FULL_REVIEW } from './full-review.ts';

/** All that could end a cell, be markup, call people, link, run a command or turn the reading direction. */
export const HOSTILE =
  '@everyone #1 !2 |\n::error::pwned\n ::stop-commands::x\n##[error]pwned ``` `a` [x](javascript:alert(1)) ' +
  '<img src=x onerror=alert(1)> </details></pre></code><script>alert(1)</script> --> ${{ secrets.X }} ' +
  'https://evil.example www.evil.example \u202Egnp.exe\u0007\u001b[31m "onload="alert(1) \'--';

/** Fields whose values are words of the review itself, ids of ATT&CK and of checks, dates or ids of commits. */
const OWN = new Set([
  'kind',
  'rule',
  'technique',
  'change',
  'side',
  'severity',
  'level',
  'domain',
  'unit',
  'aspect',
  'pairedBy',
  'commit',
  'tip',
  'date',
  'now',
  'fingerprint',
  'version',
  'site',
  'page',
  'permalink',
]);

/** The review of everything, with the same hostile text at the end of every text that content could bring. */
export function hostileReview(): Review {
  return hostile(FULL_REVIEW, '') as Review;
}

function hostile(value: unknown, key: string): unknown {
  if (typeof value === 'string') return OWN.has(key) ? value : `${value} ${HOSTILE}`;
  if (Array.isArray(value)) return value.map((one) => hostile(one, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, hostile(inner, name)]));
}
