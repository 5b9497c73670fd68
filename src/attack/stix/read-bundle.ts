import type { AttackFacts, AttackProse } from '../facts.ts';
import { readCampaigns, readGroups, readSoftware } from './actors.ts';
import { attackId } from './attack-id.ts';
import { describedObjects, parseBundle, type StixObjects } from './bundle.ts';
import { readAnalytics, readDataComponents, readDetectionStrategies, readMitigations } from './defenses.ts';
import { isActive, type StixCommon } from './objects.ts';
import { readProse } from './prose.ts';
import { readRelations, readSuccessors } from './relations.ts';
import { domainOf, versionOf } from './release.ts';
import { readTactics } from './tactics.ts';
import { readTechniques } from './techniques.ts';

export interface BundleContent {
  facts: AttackFacts;
  prose: AttackProse;
  /** Objects that were left out, and why. */
  warnings: string[];
}

/**
 * Reads an ATT&CK STIX bundle, 2.0 or 2.1, plain or gzip, of one domain.
 *
 * @param name File name or URL it was read from; only asked for the version of bundles that do not state one.
 * @throws AttackError when it is no bundle of one ATT&CK domain or its version is not to be known.
 */
export function readBundle(bytes: Uint8Array, name = ''): BundleContent {
  const { objects, warnings } = parseBundle(bytes);
  const domain = domainOf(objects);
  const version = versionOf(objects, name);
  const tactics = readTactics(objects);
  const active = idsByRef(objects, isActive);
  const successors = readSuccessors(
    objects.relationship,
    idsByRef(objects, () => true),
  );
  const facts: AttackFacts = {
    domain,
    version,
    tactics,
    techniques: readTechniques(objects['attack-pattern'], tactics, successors),
    groups: readGroups(objects),
    campaigns: readCampaigns(objects),
    software: readSoftware(objects),
    mitigations: readMitigations(objects),
    dataComponents: readDataComponents(objects),
    detectionStrategies: readDetectionStrategies(objects, active),
    analytics: readAnalytics(objects, active),
    ...readRelations(objects.relationship, active),
  };
  return { facts, prose: readProse(objects, active), warnings: [...warnings, ...withoutId(objects)] };
}

/** Data components of early versions have no ids by design; of these types each has one. */
function withoutId(objects: StixObjects): string[] {
  const types = ['x-mitre-tactic', 'attack-pattern', 'intrusion-set', 'campaign', 'malware', 'tool'] as const;
  return types.flatMap((type) =>
    objects[type]
      .filter((object) => isActive(object) && attackId(object) === undefined)
      .map(({ id, name }) => `\`${id}\` (${name}) is left out: it has no ATT&CK id.`),
  );
}

/** STIX id → ATT&CK id of the objects a condition holds for. */
function idsByRef(objects: StixObjects, condition: (object: StixCommon) => boolean): Map<string, string> {
  const ids = new Map<string, string>();
  for (const object of describedObjects(objects)) {
    const id = attackId(object);
    if (id !== undefined && condition(object)) ids.set(object.id, id);
  }
  return ids;
}
