import { isoDate } from '../../documents/dates.ts';
import type { DetectionDraft, DetectionSeverity } from '../detection.ts';
import type { SuricataMetadata } from './suricata-mapping.ts';

/** `signature_severity` of Emerging Threats, in its order; local rules write the usual words. */
const SEVERITIES = new Map<string, DetectionSeverity>([
  ['critical', 'critical'],
  ['major', 'high'],
  ['minor', 'medium'],
  ['informational', 'informational'],
  ['info', 'informational'],
  ['high', 'high'],
  ['medium', 'medium'],
  ['low', 'low'],
]);

/** Keys of `metadata` an analyst would look for. */
const TAGS = new Map([
  ['affected_product', 'product: '],
  ['attack_target', 'target: '],
  ['cve', ''],
  ['deployment', 'deployment: '],
  ['malware_family', 'malware: '],
  ['tag', ''],
]);

/** What the metadata of a rule says of it, its mapping aside. */
export function suricataFacts(
  metadata: readonly SuricataMetadata[],
): Pick<DetectionDraft, 'severity' | 'authors' | 'created' | 'modified' | 'tags'> {
  const values = (key: string): string[] =>
    metadata.flatMap((entry) => (entry.key === key ? entry.text : []));
  const [severity] = values('signature_severity').flatMap((word) => SEVERITIES.get(word.toLowerCase()) ?? []);
  const [created] = values('created_at').flatMap((date) => isoDate(date) ?? []);
  const [modified] = values('updated_at').flatMap((date) => isoDate(date) ?? []);
  const tags = metadata.flatMap(({ key, text: value }) => {
    const prefix = TAGS.get(key);
    return prefix === undefined ? [] : `${prefix}${key === 'cve' ? value : value.replaceAll('_', ' ')}`;
  });
  return {
    ...(severity !== undefined && { severity }),
    authors: values('author').map((author) => author.replaceAll('_', ' ')),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    tags,
  };
}
