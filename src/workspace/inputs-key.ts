import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { codeState } from './code-state.ts';
import type { Inputs } from './load.ts';

/**
 * A digest of all that decides what is made of some inputs: the program, the config and its text (findings name its
 * lines), ATT&CK, and each source with the ids of its files and the commit their past is read from.
 *
 * @param more What else a result depends on: options of a command, the day.
 */
export function inputsKey({ config, knowledge, opened }: Inputs, ...more: readonly unknown[]): string {
  const digest = createHash('sha256');
  const add = (value: unknown): void => {
    digest.update(`${JSON.stringify(value)}\n`);
  };
  add([codeState(), process.version, config, readFileSync(config.file, 'utf8'), more]);
  for (const base of knowledge.values()) add(base.digest());
  for (const { source } of opened) {
    const { spec, commit, commitDate, repository, web, files, skipped, unreadable, links } = source;
    add([spec, commit, commitDate, repository, web, files, skipped, unreadable, links]);
  }
  return digest.digest('base64url');
}
