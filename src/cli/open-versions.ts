import { domainName, type Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { loadKnowledge } from '../attack/load.ts';
import { byVersion } from '../attack/order.ts';
import { listVersions } from '../attack/store.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { attackFolder } from './cache-folder.ts';
import type { Io } from './io.ts';
import { UsageError } from './usage-error.ts';

/** Which two versions of which domain; what is left out is the newest there is, and the one before. */
export interface VersionsAsked {
  domain?: Domain;
  from?: string;
  to?: string;
}

/**
 * Two versions of one domain, embedded, imported or of the config's own bundle.
 *
 * @throws UsageError when one is not there, or both are the same.
 */
export async function openVersions(
  asked: VersionsAsked,
  { knowledge, config }: Pick<Workspace, 'knowledge' | 'config'>,
  io: Pick<Io, 'env'>,
): Promise<{ from: KnowledgeBase; to: KnowledgeBase }> {
  const [first = 'enterprise'] = knowledge.keys();
  const domain = asked.domain ?? first;
  const loaded = knowledge.get(domain);
  const stored = (await listVersions(attackFolder(io.env))).filter((one) => one.domain === domain);
  const versions = [
    ...new Set([...stored.map(({ version }) => version), ...(loaded ? [loaded.version] : [])]),
  ]
    .sort(byVersion)
    .reverse();
  const to = asked.to ?? versions.find((version) => version !== asked.from);
  const from = asked.from ?? versions.find((version) => to !== undefined && byVersion(version, to) < 0);
  const missing = [from, to].find((version) => version === undefined || !versions.includes(version));
  if (from === undefined || to === undefined || missing !== undefined)
    throw notThere(domain, missing, versions);
  if (from === to) {
    throw new UsageError(
      `There is nothing to compare ATT&CK ${domainName(domain)} ${from} with: --from and --to are the same.`,
      `There are: ${versions.join(', ')}.`,
    );
  }
  const open = async (version: string): Promise<KnowledgeBase> => {
    if (loaded?.version === version) return loaded;
    const options = { imported: attackFolder(io.env) };
    const bases = await loadKnowledge({ domains: [domain], version, bundles: [] }, config.root, options);
    const base = bases.get(domain);
    if (!base) throw notThere(domain, version, versions);
    return base;
  };
  return { from: await open(from), to: await open(to) };
}

function notThere(domain: Domain, version: string | undefined, versions: readonly string[]): UsageError {
  const what = version === undefined ? 'a second version to compare with' : version;
  return new UsageError(
    `ATT&CK ${domainName(domain)}: ${what} is not there. There ${versions.length === 1 ? 'is' : 'are'}: ${versions.join(', ')}.`,
    'Import it with `coverbook attack import FILE|URL` from the STIX bundle MITRE publishes.',
  );
}
