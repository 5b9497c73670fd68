import { readFileSync } from 'node:fs';
import { locateYaml } from '../documents/locate-yaml.ts';
import type { Finding } from '../findings/finding.ts';
import type { PendingFinding } from './pending-finding.ts';

/**
 * Gives findings about the config their lines; without any when the file cannot be read, as where a config is made
 * by a program.
 *
 * @param file Absolute path of the config.
 */
export function locateConfigFindings(pending: readonly PendingFinding[], file: string): Finding[] {
  const text = pending.length > 0 ? textOf(file) : undefined;
  return pending.map(({ finding, at }) => {
    const range = at && text !== undefined ? locateYaml(text, at.ordinal, at.pointer) : undefined;
    return { ...finding, ...(range && { range }) };
  });
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
