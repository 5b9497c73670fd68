import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Finding } from '../../src/findings/finding.ts';
import { lint } from '../../src/lint/lint.ts';
import { loadWorkspace } from '../../src/workspace/load.ts';
import { parseConfig } from '../../src/workspace/load-config.ts';
import { makeFolder } from '../cli/team.ts';

/** The day windows are counted back from. */
export const NOW = '2026-11-20';

/**
 * Everything that is found in a team's folder: what reading finds and what the rules find.
 *
 * @param files By path; those under `library/` are a library.
 * @param config More of the config, YAML.
 */
export async function lintFiles(files: Record<string, string>, config = ''): Promise<Finding[]> {
  const root = makeFolder(files);
  try {
    return await lintFolder(root, config);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

/** The same for a folder that is there, with the history of its files. */
export async function lintFolder(root: string, config = ''): Promise<Finding[]> {
  const cacheDir = mkdtempSync(join(tmpdir(), 'coverbook-lint-'));
  try {
    mkdirSync(join(root, 'library'), { recursive: true });
    const parsed = await parseConfig(
      `now: "${NOW}"
sources:
  - { name: team, path: ., exclude: ["library/**"] }
  - { name: library, path: library, role: library }
${config}`,
      join(root, 'coverbook.yaml'),
    );
    const options = {
      cacheDir,
      attackDir: cacheDir,
      useCache: false,
      history: true,
      lint: () => Promise.resolve(lint),
    };
    return [...(await loadWorkspace(parsed, options)).workspace.findings];
  } finally {
    rmSync(cacheDir, { recursive: true, force: true });
  }
}
