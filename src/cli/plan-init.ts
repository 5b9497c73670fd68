import { existsSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { assess } from '../coverage/assess.ts';
import { placeFor } from '../drafts/place.ts';
import { ciFile, ciServiceOf, type CiService } from '../init/ci-file.ts';
import { configText, SCHEMA_FOLDER } from '../init/config-text.ts';
import { domainsOf } from '../init/domains.ts';
import { editorSettings } from '../init/editor-files.ts';
import { firstPlaybook } from '../init/first-playbook.ts';
import { jsonSchemas } from '../output/json-schemas.ts';
import { loadConfig, parseConfig } from '../workspace/load-config.ts';
import { loadWorkspace } from '../workspace/load.ts';
import { attackFolder, cacheFolder } from './cache-folder.ts';
import type { Io } from './io.ts';
import type { FoundRepository } from './read-repository.ts';
import { today } from './today.ts';
import type { InitFile } from './write-init.ts';

const CONFIG = 'coverbook.yaml';

/**
 * The files a repository should have.
 *
 * @param ci Whose CI job; by the remote when undefined.
 */
export async function planInit(
  root: string,
  { found, paths, remote, isBelowTop }: FoundRepository,
  ci: CiService | undefined,
  io: Io,
): Promise<InitFile[]> {
  const text = configText(found, {
    title: `Detection coverage of ${basename(root)}`,
    domains: domainsOf(found.techniques),
  });
  const hasPlaybooks = found.folders.some(({ playbooks, use }) => playbooks > 0 && use === 'source');
  const playbook = hasPlaybooks ? undefined : await playbookFor(root, text, io);
  // A job counts only at the top of a repository.
  const job = ciFile(ci ?? (isBelowTop ? 'none' : ciServiceOf(remote, paths)));
  return [
    { path: CONFIG, text },
    ...(playbook ? [playbook] : []),
    ...(job ? [job] : []),
    { path: '.vscode/settings.json', text: editorSettings(found) },
    ...[...jsonSchemas()].map(([name, schema]) => ({ path: `${SCHEMA_FOLDER}/${name}`, text: schema })),
  ];
}

/** By the config that is there, else by the one that is to be written. */
async function playbookFor(root: string, text: string, io: Io): Promise<InitFile | undefined> {
  const file = join(root, CONFIG);
  const config = existsSync(file) ? await loadConfig(file) : await parseConfig(text, file);
  const { workspace } = await loadWorkspace(config, {
    cacheDir: cacheFolder(io.env),
    useCache: true,
    attackDir: attackFolder(io.env),
    history: false,
    now: config.now ?? today(io.env),
  });
  const draft = firstPlaybook(workspace, assess(workspace));
  const place = draft && placeFor(workspace, 'playbooks', { format: 'coverbook', name: draft.name });
  if (!draft || !place) return undefined;
  const path = relative(root, join(place.source.path, place.folder, draft.name));
  return path.startsWith('..') ? undefined : { path: path.split(sep).join('/'), text: draft.text };
}
