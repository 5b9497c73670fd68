import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { discard } from '../../workspace/discard.ts';
import { digestOfFiles } from '../digest-of-files.ts';
import { BUNDLE_PARTS, copyBundle } from './copy-bundle.ts';
import type { SiteBundle } from './site-bundle.ts';

/** In the folder of a kept bundle: digests of its parts. */
const SEAL = 'seal.json';
/** How many stay at least, and how long the others do: a run may be rendering with them. */
const STAYING = 6;
const GRACE_MS = 3_600_000;

/**
 * The bundle an earlier run kept under a key, whole as it was kept; anything else is none.
 *
 * @param folder Where bundles are kept, absolute.
 */
export function keptBundle(folder: string, key: string): SiteBundle | undefined {
  const place = join(folder, key);
  try {
    if (readFileSync(join(place, SEAL), 'utf8') !== sealOf(place)) return undefined;
    const now = new Date();
    utimesSync(place, now, now);
    return { folder: place, remove: () => undefined };
  } catch {
    return undefined;
  }
}

/** Keeps a bundle under a key. One that cannot be kept costs the next run time and nothing else. */
export function keepBundle(folder: string, key: string, bundle: SiteBundle): void {
  // What another run has kept meanwhile is as good, and a third may be rendering with it.
  if (keptBundle(folder, key)) return;
  const coming = join(folder, `${key}.${String(process.pid)}.tmp`);
  try {
    mkdirSync(coming, { recursive: true });
    copyBundle(bundle.folder, coming);
    writeFileSync(join(coming, SEAL), sealOf(coming));
    // A damaged one may stand there.
    rmSync(join(folder, key), { recursive: true, force: true });
    renameSync(coming, join(folder, key));
    discardOld(folder);
  } catch {
    discard(coming);
  }
}

function sealOf(place: string): string {
  return JSON.stringify(BUNDLE_PARTS.map((part) => digestOfFiles(join(place, part))));
}

function discardOld(folder: string): void {
  const found = readdirSync(folder).map((name) => ({ name, used: statSync(join(folder, name)).mtimeMs }));
  const old = found.sort((a, b) => b.used - a.used).slice(STAYING);
  for (const { name, used } of old) if (Date.now() - used > GRACE_MS) discard(join(folder, name));
}
