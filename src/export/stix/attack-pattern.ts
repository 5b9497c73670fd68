import type { Domain } from '../../attack/domain.ts';
import type { Technique } from '../../attack/facts.ts';
import { stixId } from './stix-id.ts';
import type { AttackPattern, Timestamp } from './stix-object.ts';

/** As MITRE's own bundles name the sources of ids and the kill chains. */
const KILL_CHAINS: Record<Domain, string> = {
  enterprise: 'mitre-attack',
  mobile: 'mitre-mobile-attack',
  ics: 'mitre-ics-attack',
};

/** A technique by ATT&CK's id and name, without ATT&CK's prose. */
export function attackPattern(
  { id, name, tactics }: Technique,
  domain: Domain,
  times: { created: Timestamp; modified: Timestamp },
): AttackPattern {
  const source_name = KILL_CHAINS[domain];
  return {
    type: 'attack-pattern',
    spec_version: '2.1',
    id: stixId('attack-pattern', id),
    ...times,
    external_references: [
      {
        source_name,
        external_id: id,
        url: `https://attack.mitre.org/techniques/${id.replace('.', '/')}`,
      },
    ],
    name,
    kill_chain_phases: tactics.map((phase_name) => ({ kill_chain_name: source_name, phase_name })),
  };
}
