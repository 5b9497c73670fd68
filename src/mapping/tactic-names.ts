import { tacticKey } from '../attack/tactic-aliases.ts';

/**
 * Shortnames of the tactics of every domain. ATT&CK 19 split `defense-evasion` into `stealth` and
 * `defense-impairment`; rules are written in either vocabulary.
 */
export const TACTICS = [
  'reconnaissance',
  'resource-development',
  'initial-access',
  'execution',
  'persistence',
  'privilege-escalation',
  'defense-evasion',
  'stealth',
  'defense-impairment',
  'credential-access',
  'discovery',
  'lateral-movement',
  'collection',
  'command-and-control',
  'exfiltration',
  'impact',
  // ICS only
  'evasion',
  'inhibit-response-function',
  'impair-process-control',
  // Mobile, before ATT&CK 13
  'network-effects',
  'remote-service-effects',
];

const BY_KEY = new Map([
  ...TACTICS.map((name) => [tacticKey(name), name] as const),
  ['c2', 'command-and-control'],
  ['candc', 'command-and-control'],
  ['commandcontrol', 'command-and-control'],
]);

/**
 * The shortname of a tactic in any spelling of the wild: `Defense Evasion`, `defense_evasion`, `defense.evasion`,
 * `CommandAndControl`, `c2`; undefined for anything else. Needs no knowledge base: readers know none.
 */
export function tacticShortname(written: string): string | undefined {
  return BY_KEY.get(tacticKey(written));
}
