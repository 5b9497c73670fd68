import { visible } from './visible.ts';

/**
 * Untrusted text as a harmless line of a terminal or a log, wherever in the line it stands: GitHub's runner takes a line
 * that begins with `::` for a command, and `##[` anywhere.
 */
export function logLine(text: string): string {
  return visible(text)
    .replace(/^(\s*:):/, '$1\\u{3a}')
    .replaceAll('##[', '#\\u{23}[');
}
