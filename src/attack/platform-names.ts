import { nameInAddress } from '../documents/name-in-address.ts';
import type { Domain } from './domain.ts';
import type { KnowledgeBase } from './knowledge-base.ts';

/**
 * Platforms ATT&CK has renamed or merged, by their old name in lower case, from its release notes: the clouds became
 * one platform in v9, identity providers and office suites in v16, networks changed their name in v17.
 */
const RENAMED: ReadonlyMap<string, string> = new Map([
  ['aws', 'IaaS'],
  ['gcp', 'IaaS'],
  ['azure', 'IaaS'],
  ['azure ad', 'Identity Provider'],
  ['office 365', 'Office Suite'],
  ['google workspace', 'Office Suite'],
  ['network', 'Network Devices'],
]);

/** A platform in addresses and ids of layers: `Network Devices` → `network-devices`. A bundle may call one anything. */
export function platformSlug(name: string): string {
  return nameInAddress(name, 'platform');
}

/** The platforms of active techniques of the given domains, in the order of their first technique. ICS has none. */
export function platformsOf(knowledge: ReadonlyMap<Domain, KnowledgeBase>): string[] {
  const bases = [...knowledge.values()];
  return [...new Set(bases.flatMap(({ techniques }) => techniques.flatMap(({ platforms }) => platforms)))];
}

/**
 * A platform as the loaded ATT&CK version spells it, whatever its case and however older versions called it;
 * undefined for one it does not know.
 *
 * @param known What {@link platformsOf} gives.
 */
export function knownPlatform(written: string, known: readonly string[]): string | undefined {
  const form = written.trim().toLowerCase();
  return withForm(form, known) ?? withForm(RENAMED.get(form)?.toLowerCase(), known);
}

function withForm(form: string | undefined, known: readonly string[]): string | undefined {
  return known.find((platform) => platform.toLowerCase() === form);
}
