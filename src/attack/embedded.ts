import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DOMAINS, type Domain } from './domain.ts';
import type { AttackFacts } from './facts.ts';
import { textDigest, type FactsSource } from './facts-source.ts';
import { lazy } from './lazy.ts';
import { byVersion } from './order.ts';
import { snapshotNamed } from './snapshot-file.ts';
import { decodeSnapshot } from './snapshot.ts';

const FOLDER = join(import.meta.dirname, 'snapshots');

/** By file. */
const opened = new Map<string, FactsSource>();

/**
 * The facts of an embedded version of a domain, the newest when none is named; read once a process, and decoded when
 * asked for.
 *
 * @param version One of `embeddedVersions`.
 */
export function embeddedFacts(domain: Domain, version?: string): FactsSource {
  const embedded = embeddedVersions().find(
    (one) => one.domain === domain && (version === undefined || one.version === version),
  );
  if (!embedded) throw new Error(`No embedded ATT&CK snapshot of ${domain} ${version ?? ''} in ${FOLDER}.`);
  const { file } = embedded;
  const known = opened.get(file);
  if (known) return known;
  const text = lazy(() => readFileSync(file, 'utf8'));
  const source = {
    domain,
    version: embedded.version,
    facts: lazy(() => decodeSnapshot(text(), file)),
    digest: lazy(() => textDigest(text())),
  };
  opened.set(file, source);
  return source;
}

/** The same, decoded. */
export function embeddedSnapshot(domain: Domain, version?: string): AttackFacts {
  return embeddedFacts(domain, version).facts();
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
