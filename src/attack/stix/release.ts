import { AttackError } from '../attack-error.ts';
import { DOMAINS, domainId, type Domain } from '../domain.ts';
import { isAttackReference } from './attack-id.ts';
import type { StixObjects } from './bundle.ts';
import { isActive } from './objects.ts';

const MAJOR_MINOR = /^\d+\.\d+$/;

/**
 * The domain of a bundle, by its matrices, else by the domains its tactics name.
 *
 * @throws AttackError when it holds none or several.
 */
export function domainOf(objects: StixObjects): Domain {
  const matrices = objects['x-mitre-matrix']
    .filter(isActive)
    .flatMap((matrix) => matrix.external_references?.find(isAttackReference)?.external_id ?? []);
  const tactics = objects['x-mitre-tactic']
    .filter(isActive)
    .flatMap((tactic) => tactic.x_mitre_domains ?? []);
  const named = new Set(matrices.length > 0 ? matrices : tactics);
  const domains = DOMAINS.filter((domain) => named.has(domainId(domain)));
  const [domain] = domains;
  if (domain === undefined) {
    throw new AttackError(
      'This STIX bundle holds no matrix and no tactics of ATT&CK enterprise, mobile or ICS.',
      'Bundles of single objects, PRE-ATT&CK and other knowledge bases cannot be read.',
    );
  }
  if (domains.length > 1) {
    throw new AttackError(
      `This STIX bundle mixes ATT&CK domains: ${domains.join(', ')}.`,
      'Use the bundle of each domain on its own, as MITRE publishes them.',
    );
  }
  return domain;
}

/**
 * The ATT&CK version of a bundle: its collection states it. Bundles from before collections (v8 and older)
 * do not; then the name they were read from may: `enterprise-attack-8.2.json`, `…/ATT&CK-v8.2/…`.
 *
 * @throws AttackError when neither does.
 */
export function versionOf(objects: StixObjects, name: string): string {
  const stated = objects['x-mitre-collection'].map((collection) => collection.x_mitre_version ?? '');
  const version = stated.find((text) => MAJOR_MINOR.test(text)) ?? versionInName(name);
  if (version !== undefined) return version;
  throw new AttackError(
    'This STIX bundle does not say which ATT&CK version it is: it has no x-mitre-collection with an x_mitre_version.',
    'Name the file after domain and version, for example enterprise-attack-8.2.json.',
  );
}

function versionInName(name: string): string | undefined {
  return /attack-v?(\d+\.\d+)(?![\d.]*\d)/i.exec(name)?.[1] ?? /ATT(?:&|%26)CK-v(\d+\.\d+)/i.exec(name)?.[1];
}
