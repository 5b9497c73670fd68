import { actorPath, detectionPath, logPath, playbookPath, techniquePath } from '../../output/paths.ts';
import { actorsById } from '../actor-lookups.ts';
import { logSources } from '../log-sources.ts';
import { techniqueEntries } from '../lookups.ts';
import { siteModel } from '../model.ts';
import { actorKey } from './actor-key.ts';
import { detectionKey } from './detection-key.ts';
import { logKey } from './log-key.ts';
import { playbookKey } from './playbook-key.ts';
import { techniqueKey } from './technique-key.ts';

/**
 * A digest of what each page is made from, by its file. Not all pages have one: those there are many of, which show few
 * items each. Two states of a team with the same key for a file, and the same `siteKey`, have the same page.
 */
export function pageKeys(): Map<string, string> {
  const keys = new Map<string, string>();
  for (const detection of siteModel().workspace.detections)
    if (!detection.tableOf) keys.set(`${detectionPath(detection)}index.html`, detectionKey(detection));
  for (const [id, entry] of techniqueEntries())
    keys.set(`${techniquePath(id)}index.html`, techniqueKey(entry));
  for (const playbook of siteModel().workspace.playbooks) {
    const key = playbookKey(playbook);
    if (key !== undefined) keys.set(`${playbookPath(playbook)}index.html`, key);
  }
  for (const [id, coverages] of actorsById()) keys.set(`${actorPath(id)}index.html`, actorKey(coverages));
  for (const log of logSources().values()) {
    const key = logKey(log);
    keys.set(`${logPath(log.slug)}index.html`, key);
    keys.set(`${logPath(log.slug)}rows.json`, key);
  }
  return keys;
}
