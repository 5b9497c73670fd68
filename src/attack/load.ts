import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AttackError } from './attack-error.ts';
import { createKnowledgeBase, openKnowledgeBase } from './create-knowledge-base.ts';
import { DOMAINS, domainName, type Domain } from './domain.ts';
import { embeddedFacts } from './embedded.ts';
import { factsAtHand, type FactsSource } from './facts-source.ts';
import { fetchBundle, fetchBundleOnce, isUrl } from './fetch-bundle.ts';
import type { KnowledgeBase } from './knowledge-base.ts';
import { decodeSnapshot } from './snapshot.ts';
import { listVersions, readBundleFile, type AvailableVersion } from './store.ts';

/** The `attack` part of a config. */
export interface KnowledgeRequest {
  domains: readonly Domain[];
  /** `18.1`; of enterprise when there are several domains, else of the one there is. Default: whatever is loaded. */
  version?: string | undefined;
  /** Paths or URLs of STIX bundles; each replaces the snapshot of its domain and adds prose. */
  bundles: readonly string[];
}

export interface KnowledgeOptions {
  /** Folder with imported snapshots. */
  imported?: string | undefined;
  /** Folder that keeps fetched bundles; without one, each run fetches anew. */
  cache?: string | undefined;
  /** Told of what could be read only in part. */
  onWarning?: ((message: string) => void) | undefined;
}

/**
 * The knowledge bases of the configured domains, in MITRE's order.
 *
 * @param root Folder that paths of bundles are relative to.
 * @throws AttackError when a bundle cannot be read or is of a domain not asked for, or a version is not there.
 */
export async function loadKnowledge(
  request: KnowledgeRequest,
  root: string,
  options: KnowledgeOptions = {},
): Promise<Map<Domain, KnowledgeBase>> {
  const domains = DOMAINS.filter((domain) => request.domains.includes(domain));
  const fromBundles = await loadBundles(request.bundles, domains, root, options);
  const bases = new Map<Domain, KnowledgeBase>();
  for (const domain of domains) {
    const version = domain === 'enterprise' || domains.length === 1 ? request.version : undefined;
    const bundled = fromBundles.get(domain);
    if (bundled && version !== undefined && bundled.version !== version) {
      throw new AttackError(
        `The config asks for ATT&CK ${domainName(domain)} ${version}, but its bundle is ${bundled.version}.`,
        'Change `attack.version` or `attack.bundles` so that they agree.',
      );
    }
    bases.set(domain, bundled ?? openKnowledgeBase(await findFacts(domain, version, options.imported)));
  }
  return bases;
}

async function loadBundles(
  bundles: readonly string[],
  domains: readonly Domain[],
  root: string,
  { cache, onWarning }: KnowledgeOptions,
): Promise<Map<Domain, KnowledgeBase>> {
  const loaded = new Map<Domain, KnowledgeBase>();
  if (bundles.length === 0) return loaded;
  const { readBundle } = await import('./stix/read-bundle.ts');
  for (const bundle of bundles) {
    const { facts, prose, warnings } = readBundle(await readBytes(bundle, root, cache), bundle);
    for (const warning of warnings) onWarning?.(`${bundle}: ${warning}`);
    if (!domains.includes(facts.domain)) {
      throw new AttackError(
        `The bundle ${bundle} is of ATT&CK ${domainName(facts.domain)}, which the config does not ask for.`,
        `Add \`${facts.domain}\` to \`attack.domains\`, or take the bundle out of \`attack.bundles\`.`,
      );
    }
    if (loaded.has(facts.domain)) {
      throw new AttackError(
        `The config names two bundles of ATT&CK ${domainName(facts.domain)}; the second is ${bundle}.`,
        'Keep the one of the version you want in `attack.bundles`.',
      );
    }
    loaded.set(facts.domain, createKnowledgeBase(facts, prose));
  }
  return loaded;
}

function readBytes(bundle: string, root: string, cache: string | undefined): Promise<Uint8Array> {
  if (!isUrl(bundle)) return readBundleFile(resolve(root, bundle));
  return cache === undefined ? fetchBundle(bundle) : fetchBundleOnce(bundle, cache);
}

async function findFacts(
  domain: Domain,
  version: string | undefined,
  imported: string | undefined,
): Promise<FactsSource> {
  if (version === undefined) return embeddedFacts(domain);
  const available = (await listVersions(imported)).filter((one) => one.domain === domain);
  const found = available.find((one) => one.version === version);
  if (!found) throw missing(domain, version, available);
  if (found.origin === 'embedded') return embeddedFacts(domain, version);
  return factsAtHand(decodeSnapshot(await readFile(found.file, 'utf8'), found.file));
}

function missing(domain: Domain, version: string, available: readonly AvailableVersion[]): AttackError {
  const versions = available.map((one) => `${one.version} (${one.origin})`).join(', ');
  return new AttackError(
    `The config asks for ATT&CK ${domainName(domain)} ${version}, which is not there. There are: ${versions}.`,
    `Import it with \`coverbook attack import FILE|URL\` from a bundle such as ${domain}-attack-${version}.json of mitre-attack/attack-stix-data, or name that bundle in \`attack.bundles\`.`,
  );
}
