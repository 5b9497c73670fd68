import { car } from '../detections/formats/car.ts';
import { datadog } from '../detections/formats/datadog.ts';
import { elasticEndpoint } from '../detections/formats/elastic-endpoint.ts';
import { elasticExport } from '../detections/formats/elastic-export.ts';
import { elastic } from '../detections/formats/elastic.ts';
import { falco } from '../detections/formats/falco.ts';
import { kqlMarkdownFiles } from '../detections/formats/kql-markdown-recognition.ts';
import { panther } from '../detections/formats/panther.ts';
import { sentinelArm } from '../detections/formats/sentinel-arm.ts';
import { sentinel } from '../detections/formats/sentinel.ts';
import { kql } from '../detections/formats/kql.ts';
import { osquery } from '../detections/formats/osquery.ts';
import { plainMarkdownFiles } from '../detections/formats/plain-markdown-recognition.ts';
import { plain } from '../detections/formats/plain.ts';
import { sigmaRegression } from '../detections/formats/sigma-regression.ts';
import { sigma } from '../detections/formats/sigma.ts';
import { splunk } from '../detections/formats/splunk.ts';
import { suricata } from '../detections/formats/suricata.ts';
import { wazuh } from '../detections/formats/wazuh.ts';
import { yaraL } from '../detections/formats/yara-l.ts';
import { atomicRedTeam } from '../exercises/formats/atomic-red-team.ts';
import { attire } from '../exercises/formats/attire.ts';
import { calderaEvents } from '../exercises/formats/caldera-events.ts';
import { calderaReports } from '../exercises/formats/caldera-report.ts';
import { coverbookExercises } from '../exercises/formats/coverbook.ts';
import { dettect } from '../exercises/formats/dettect.ts';
import { invokeAtomicCsv, invokeAtomicJson } from '../exercises/formats/invoke-atomic.ts';
import { vectr } from '../exercises/formats/vectr.ts';
import { adsFiles } from '../playbooks/formats/ads-recognition.ts';
import { playbookFiles } from '../playbooks/formats/coverbook-recognition.ts';
import { elasticHuntFiles } from '../playbooks/formats/elastic-hunt-recognition.ts';
import { hearthTableFiles } from '../playbooks/formats/hearth-table-recognition.ts';
import { hearthFiles } from '../playbooks/formats/hearth-recognition.ts';
import { lockFiles } from '../playbooks/formats/lock-recognition.ts';
import { otrfNotebookFiles } from '../playbooks/formats/otrf-notebook-recognition.ts';
import { otrfHunts } from '../playbooks/formats/otrf.ts';
import { peakFiles } from '../playbooks/formats/peak-recognition.ts';
import { sentinelHuntFiles } from '../playbooks/formats/sentinel-hunt-recognition.ts';
import { splunkHuntFiles } from '../playbooks/formats/splunk-hunt-recognition.ts';
import type { DeferredReader, Reader } from '../readers/reader.ts';
import { coverbookDecisions } from '../scope/formats/coverbook.ts';
import { coverbookThreats } from '../threats/formats/coverbook.ts';
import { dettectGroups } from '../threats/formats/dettect-groups.ts';
import { navigator } from '../threats/formats/navigator.ts';
import { stix } from '../threats/formats/stix.ts';
import { coverbookVisibility } from '../visibility/formats/coverbook.ts';
import { dettectDataSources } from '../visibility/formats/dettect-data-sources.ts';

/**
 * Every format that is read, in the order of recognition: the first that recognises a file reads it. Those that parse
 * Markdown are loaded when there is a file for them: its parser takes as long to load as all that is here.
 */
export const READERS: readonly (Reader | DeferredReader)[] = [
  {
    ...elasticHuntFiles,
    load: async () => (await import('../playbooks/formats/elastic-hunt.ts')).elasticHunts,
  },
  elastic,
  elasticEndpoint,
  elasticExport,
  datadog,
  falco,
  atomicRedTeam,
  dettect,
  dettectDataSources,
  panther,
  sigmaRegression,
  sigma,
  yaraL,
  suricata,
  wazuh,
  { ...splunkHuntFiles, load: async () => (await import('../playbooks/formats/splunk-hunt.ts')).splunkHunts },
  splunk,
  {
    ...sentinelHuntFiles,
    load: async () => (await import('../playbooks/formats/sentinel-hunt.ts')).sentinelHunts,
  },
  sentinel,
  sentinelArm,
  vectr,
  invokeAtomicCsv,
  invokeAtomicJson,
  attire,
  calderaReports,
  calderaEvents,
  otrfHunts,
  { ...hearthFiles, load: async () => (await import('../playbooks/formats/hearth.ts')).hearth },
  { ...lockFiles, load: async () => (await import('../playbooks/formats/lock.ts')).lock },
  {
    ...hearthTableFiles,
    load: async () => (await import('../playbooks/formats/hearth-table.ts')).hearthTables,
  },
  {
    ...otrfNotebookFiles,
    load: async () => (await import('../playbooks/formats/otrf-notebook.ts')).otrfNotebooks,
  },
  car,
  { ...adsFiles, load: async () => (await import('../playbooks/formats/ads.ts')).ads },
  { ...peakFiles, load: async () => (await import('../playbooks/formats/peak.ts')).peak },
  {
    ...kqlMarkdownFiles,
    load: async () => (await import('../detections/formats/kql-markdown.ts')).kqlMarkdown,
  },
  kql,
  osquery,
  coverbookExercises,
  stix,
  navigator,
  dettectGroups,
  coverbookThreats,
  coverbookDecisions,
  coverbookVisibility,
  {
    ...playbookFiles,
    load: async () => (await import('../playbooks/formats/coverbook.ts')).coverbookPlaybooks,
  },
  plain,
  {
    ...plainMarkdownFiles,
    load: async () => (await import('../detections/formats/plain-markdown.ts')).plainMarkdown,
  },
];
