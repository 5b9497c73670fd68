import { DETECTION_FORMATS } from './detection-formats.ts';

const OTHERS: Readonly<Record<string, string>> = {
  'plain-markdown': 'Plain, in Markdown',
  'sigma-regression': 'Sigma regression data',
  ads: 'ADS',
  'coverbook-playbook': 'Coverbook playbook',
  'elastic-hunt': 'Elastic hunt',
  'hearth-table': 'HEARTH table',
  hearth: 'HEARTH',
  lock: 'LOCK',
  'otrf-notebook': 'OTRF notebook',
  otrf: 'OTRF hunt',
  peak: 'PEAK',
  'sentinel-hunt': 'Sentinel hunt',
  'splunk-hunt': 'Splunk hunt',
  'atomic-red-team': 'Atomic Red Team',
  attire: 'ATTIRE log',
  'caldera-events': 'Caldera events',
  'caldera-report': 'Caldera report',
  'coverbook-exercise': 'Coverbook exercise',
  dettect: 'DeTT&CT administration',
  'invoke-atomic': 'Invoke-Atomic log (CSV)',
  'invoke-atomic-json': 'Invoke-Atomic log (JSON)',
  vectr: 'VECTR export',
  'coverbook-decisions': 'Decisions on scope',
  'coverbook-threats': 'Threat profile',
  'dettect-groups': 'DeTT&CT groups',
  navigator: 'Navigator layer',
  stix: 'STIX bundle',
  'coverbook-visibility': 'Collected logs',
  'dettect-data-sources': 'DeTT&CT data sources',
};

/** What a person calls the format a file was recognised by. */
export function formatName(id: string): string {
  return (DETECTION_FORMATS as Record<string, { name: string } | undefined>)[id]?.name ?? OTHERS[id] ?? id;
}
