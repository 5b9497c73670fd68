import type { DetectionFormatId } from '../detections/detection.ts';

/** What a person calls a format, and the language its source is highlighted in. */
export const DETECTION_FORMATS: Readonly<Record<DetectionFormatId, { name: string; language: string }>> = {
  sigma: { name: 'Sigma', language: 'yaml' },
  'sigma-correlation': { name: 'Sigma correlation', language: 'yaml' },
  'sigma-filter': { name: 'Sigma filter', language: 'yaml' },
  elastic: { name: 'Elastic', language: 'toml' },
  'elastic-export': { name: 'Elastic export', language: 'json' },
  'elastic-endpoint': { name: 'Elastic Endpoint', language: 'toml' },
  splunk: { name: 'Splunk', language: 'yaml' },
  sentinel: { name: 'Microsoft Sentinel', language: 'yaml' },
  'sentinel-arm': { name: 'Microsoft Sentinel (ARM)', language: 'json' },
  panther: { name: 'Panther', language: 'yaml' },
  'yara-l': { name: 'YARA-L', language: 'yaral' },
  falco: { name: 'Falco', language: 'yaml' },
  'kql-markdown': { name: 'KQL in Markdown', language: 'markdown' },
  kql: { name: 'KQL', language: 'kql' },
  car: { name: 'MITRE CAR', language: 'yaml' },
  wazuh: { name: 'Wazuh', language: 'xml' },
  suricata: { name: 'Suricata', language: 'suricata' },
  datadog: { name: 'Datadog', language: 'json' },
  osquery: { name: 'osquery', language: 'sql' },
  plain: { name: 'Plain', language: 'yaml' },
};
