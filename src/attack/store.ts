import { mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AttackError } from './attack-error.ts';
import { DOMAINS, type Domain } from './domain.ts';
import { embeddedVersions } from './embedded.ts';
import { fetchBundle, isUrl } from './fetch-bundle.ts';
import { byVersion } from './order.ts';
import { snapshotFileName, snapshotNamed } from './snapshot-file.ts';
import { encodeSnapshot } from './snapshot.ts';

/** A version of a domain that can be used without a bundle. */
export interface AvailableVersion {
  domain: Domain;
  /** `19.1` */
  version: string;
  origin: 'embedded' | 'imported';
  /** Absolute path of the snapshot. */
  file: string;
}

export interface ImportedBundle {
  domain: Domain;
  version: string;
  /** Absolute path of the snapshot written. */
  file: string;
  warnings: string[];
}

/**
 * Reads a bundle from a file or URL and writes its facts to `<into>/<domain>-<version>.json`,
 * over an earlier import of the same version.
 *
 * @throws AttackError when the bundle cannot be had or is none, or the folder cannot be written.
 */
export async function importBundle(fileOrUrl: string, { into }: { into: string }): Promise<ImportedBundle> {
  const bytes = isUrl(fileOrUrl) ? await fetchBundle(fileOrUrl) : await readBundleFile(fileOrUrl);
  // Reading a bundle needs a schema of its own; listing versions, as every run does, should not load it.
  const { readBundle } = await import('./stix/read-bundle.ts');
  const { facts, warnings } = readBundle(bytes, fileOrUrl);
  const file = resolve(into, snapshotFileName(facts.domain, facts.version));
  try {
    await mkdir(into, { recursive: true });
    // Renamed into place, so that a run at the same moment never reads half a file.
    await writeFile(`${file}.${process.pid}`, encodeSnapshot(facts));
    await rename(`${file}.${process.pid}`, file);
  } catch (cause) {
    throw new AttackError(
      `The ATT&CK snapshot ${file} cannot be written: ${(cause as Error).message}`,
      'Choose a folder that can be written with --into DIR.',
      { cause },
    );
  }
  return { domain: facts.domain, version: facts.version, file, warnings };
}

/** Embedded versions and those imported into a folder, by domain, newest first; imported before embedded. */
export async function listVersions(folder?: string): Promise<AvailableVersion[]> {
  const names = folder === undefined ? [] : await readdir(folder).catch(() => []);
  const imported = names.flatMap((name): AvailableVersion[] => {
    const named = snapshotNamed(name);
    return named ? [{ ...named, origin: 'imported', file: resolve(folder ?? '.', name) }] : [];
  });
  return [...imported, ...embeddedVersions()].sort(
    (a, b) => DOMAINS.indexOf(a.domain) - DOMAINS.indexOf(b.domain) || byVersion(b.version, a.version),
  );
}

/** @throws AttackError when there is no such file. */
export async function readBundleFile(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (cause) {
    throw new AttackError(
      `The ATT&CK bundle ${file} cannot be read: ${(cause as Error).message}`,
      'Check the path: a STIX bundle as MITRE publishes it, plain or gzip.',
      { cause },
    );
  }
}
