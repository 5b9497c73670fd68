import { join } from 'node:path';
import { assess } from '../../src/coverage/assess.ts';
import type { Change, History } from '../../src/coverage/history.ts';
import { loadHistory, type HistoryOptions } from '../../src/history/load-history.ts';
import type { UserConfig } from '../../src/workspace/config.ts';
import { loadWorkspace, type LoadedWorkspace } from '../../src/workspace/load.ts';
import { parseConfig } from '../../src/workspace/load-config.ts';
import { temporaryFolder } from '../git-repository.ts';

/** A workspace of the sources, read as a command reads it. `root` is the folder of the config. */
export async function loadTeam(
  root: string,
  config: UserConfig,
  cacheDir = temporaryFolder(),
): Promise<LoadedWorkspace> {
  const parsed = await parseConfig(JSON.stringify(config), join(root, 'coverbook.yaml'));
  return await loadWorkspace(parsed, { cacheDir, attackDir: cacheDir, useCache: true, history: false });
}

export async function historyOf(
  loaded: LoadedWorkspace,
  options: Partial<HistoryOptions> = {},
): Promise<History> {
  const history = await loadHistory(loaded, assess(loaded.workspace), {
    cacheDir: options.cacheDir ?? temporaryFolder(),
    useCache: true,
    ...options,
  });
  if (!history) throw new Error('No history was asked for.');
  return history;
}

/** `2026-03-01 added Title` for each change, the date being that of the later point. */
export function told(changes: readonly Change[]): string[] {
  return changes.map(({ to, kind, technique, levels, item }) =>
    [to, kind, technique ?? item?.title, levels?.join('>')].filter((part) => part !== undefined).join(' '),
  );
}
