import { readFileSync } from 'node:fs';
import { digestOfRooms } from '../../workspace/reader-version.ts';
import { previewRef, siteModel } from '../model.ts';
import { logSources } from '../log-sources.ts';
import { digestOf } from './digest.ts';
import { withoutLinks } from './without-links.ts';

const MANIFEST = new URL('../../../package.json', import.meta.url);

/**
 * A digest of what every page may show or be made by: the code and the packages, the config, ATT&CK, what is small and
 * the team's own. Any change of it makes every page anew; only rules and hunts are looked at one by one.
 */
export function siteKey(): string {
  const { workspace, layers } = siteModel();
  return digestOf(
    digestOfRooms([''], /\.(?:astro|css|[jt]s)$/),
    readFileSync(MANIFEST, 'utf8'),
    process.version,
    workspace.config,
    previewRef(),
    [...workspace.knowledge.values()].map((base) => base.digest()),
    workspace.sources.map(({ spec, web }) => [spec, web]),
    withoutLinks(workspace.threats),
    withoutLinks(workspace.decisions),
    workspace.visibility && withoutLinks(workspace.visibility),
    layers.map(({ domain, id }) => [domain, id]),
    [...logSources().values()].map(({ name, slug }) => [name, slug]),
  );
}
