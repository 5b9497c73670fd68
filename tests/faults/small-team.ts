import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sigmaRule } from '../cli/team.ts';
import { temporaryFolder } from '../git-repository.ts';

/** A config of the smallest domain: its layers are few, its site is built in seconds. */
export const SMALL_CONFIG = `title: Small team
now: '2026-11-20'
attack: { domains: [ics] }
sources: [{ name: team, path: content }]
`;

/** A rule of that domain. */
export function smallRule(title: string): string {
  return sigmaRule(title, ['attack.t0843']);
}

/** Options that make one layer. */
export const ONE_LAYER = ['--only', 'coverage', '--actor', 'none'] as const;

/** A folder with config and rules, removed when the test is over. */
export function smallTeam(files: Record<string, string> = {}): string {
  const folder = temporaryFolder();
  const all = { 'coverbook.yaml': SMALL_CONFIG, 'content/one.yml': smallRule('One'), ...files };
  for (const [path, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
}
