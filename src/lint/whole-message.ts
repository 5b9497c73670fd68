import { visible } from '../escape/visible.ts';
import type { Finding } from '../findings/finding.ts';

/** What is wrong and what to do, as sentences on one harmless line: `Unexpected technique. Correct the id.` */
export function wholeMessage({ message, hint }: Pick<Finding, 'message' | 'hint'>): string {
  const end = /[.!?]$/.test(message) ? '' : '.';
  return visible(hint === undefined ? message : `${message}${end} ${hint}`);
}
