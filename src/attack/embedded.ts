import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMAINS, type Domain } from './domain.ts';
import type { AttackFacts } from './facts.ts';
import { byVersion } from './order.ts';
import { snapshotNamed } from './snapshot-file.ts';
import { decodeSnapshot } from './snapshot.ts';

const FOLDER = join(import.meta.dirname, 'snapshots');

const loaded = new Map<Domain, AttackFacts>();

/** The facts of the newest embedded version of a domain; read once a process. */
export function embeddedSnapshot(domain: Domain): AttackFacts {
  const known = loaded.get(domain);
  if (known) return known;
  const embedded = embeddedVersions().find((version) => version.domain === domain);
  if (!embedded) throw new Error(`No embedded ATT&CK snapshot of ${domain} in ${FOLDER}.`);
  const facts = decodeSnapshot(readFileSync(embedded.file, 'utf8'), embedded.file);
  loaded.set(domain, facts);
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
