import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMAINS, type Domain } from './domain.ts';
import type { AttackFacts } from './facts.ts';
import { byVersion } from './order.ts';
import { snapshotNamed } from './snapshot-file.ts';
import { decodeSnapshot } from './snapshot.ts';

const FOLDER = join(import.meta.dirname, 'snapshots');

/** By file. */
const loaded = new Map<string, AttackFacts>();

/**
 * The facts of an embedded version of a domain, the newest when none is named; read once a process.
 *
 * @param version One of `embeddedVersions`.
 */
export function embeddedSnapshot(domain: Domain, version?: string): AttackFacts {
  const embedded = embeddedVersions().find(
    (one) => one.domain === domain && (version === undefined || one.version === version),
  );
  if (!embedded) throw new Error(`No embedded ATT&CK snapshot of ${domain} ${version ?? ''} in ${FOLDER}.`);
  const known = loaded.get(embedded.file);
  if (known) return known;
  const facts = decodeSnapshot(readFileSync(embedded.file, 'utf8'), embedded.file);
  loaded.set(embedded.file, facts);
  return facts;
}

/** The versions that ship with Coverbook, by domain, newest first. */
export function embeddedVersions(): { domain: Domain; version: string; origin: 'embedded'; file: string }[] {
  return readdirSync(FOLDER)
    .flatMap((name) => {
      const named = snapshotNamed(name);
      return named ? [{ ...named, origin: 'embedded' as const, file: join(FOLDER, name) }] : [];
    })
    .sort((a, b) => DOMAINS.indexOf(a.domain) - DOMAINS.indexOf(b.domain) || byVersion(b.version, a.version));
}
