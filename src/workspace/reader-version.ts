import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A digest of every module that has a say in reading, so that a changed reader never meets its old results. */
export function readerVersion(): string {
  return digestOfRooms([
    'documents',
    'detections',
    'playbooks',
    'exercises',
    'threats',
    'scope',
    'visibility',
    'mapping',
    'robustness',
    'readers',
    'findings',
  ]);
}

/**
 * A digest of the modules of some rooms (folders of `src`), or of other files there.
 *
 * @param files Matches the names that count.
 */
export function digestOfRooms(rooms: readonly string[], files = /\.[jt]s$/): string {
  const src = join(import.meta.dirname, '..');
  const digest = createHash('sha256');
  for (const room of rooms) {
    const entries = readdirSync(join(src, room), { recursive: true, encoding: 'utf8' });
    for (const entry of entries.filter((name) => files.test(name)).sort()) {
      digest.update(`${room}/${entry}\0`).update(readFileSync(join(src, room, entry)));
    }
  }
  return digest.digest('hex').slice(0, 16);
}
