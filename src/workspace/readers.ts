import { car } from '../detections/formats/car.ts';
import { datadog } from '../detections/formats/datadog.ts';
import { elasticEndpoint } from '../detections/formats/elastic-endpoint.ts';
import { elasticExport } from '../detections/formats/elastic-export.ts';
import { elastic } from '../detections/formats/elastic.ts';
import { falco } from '../detections/formats/falco.ts';
import { kqlMarkdown } from '../detections/formats/kql-markdown.ts';
import { panther } from '../detections/formats/panther.ts';
import { sentinelArm } from '../detections/formats/sentinel-arm.ts';
import { sentinel } from '../detections/formats/sentinel.ts';
import { kql } from '../detections/formats/kql.ts';
import { osquery } from '../detections/formats/osquery.ts';
import { plain, plainMarkdown } from '../detections/formats/plain.ts';
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
import { ads } from '../playbooks/formats/ads.ts';
import { coverbookPlaybooks } from '../playbooks/formats/coverbook.ts';
import { elasticHunts } from '../playbooks/formats/elastic-hunt.ts';
import { hearthTables } from '../playbooks/formats/hearth-table.ts';
import { hearth } from '../playbooks/formats/hearth.ts';
import { lock } from '../playbooks/formats/lock.ts';
import { otrfNotebooks } from '../playbooks/formats/otrf-notebook.ts';
import { otrfHunts } from '../playbooks/formats/otrf.ts';
import { peak } from '../playbooks/formats/peak.ts';
import { sentinelHunts } from '../playbooks/formats/sentinel-hunt.ts';
import { splunkHunts } from '../playbooks/formats/splunk-hunt.ts';
import type { Reader } from '../readers/reader.ts';
import { coverbookDecisions } from '../scope/formats/coverbook.ts';
import { coverbookThreats } from '../threats/formats/coverbook.ts';
import { dettectGroups } from '../threats/formats/dettect-groups.ts';
import { navigator } from '../threats/formats/navigator.ts';
import { stix } from '../threats/formats/stix.ts';
import { coverbookVisibility } from '../visibility/formats/coverbook.ts';
import { dettectDataSources } from '../visibility/formats/dettect-data-sources.ts';

/** Every format that is read, in the order of recognition: the first that recognises a file reads it. */
export const READERS: readonly Reader[] = [
  elasticHunts,
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
  splunkHunts,
  splunk,
  sentinelHunts,
  sentinel,
  sentinelArm,
  vectr,
  invokeAtomicCsv,
  invokeAtomicJson,
  attire,
  calderaReports,
  calderaEvents,
  otrfHunts,
  hearth,
  lock,
  hearthTables,
  otrfNotebooks,
  car,
  ads,
  peak,
  kqlMarkdown,
  kql,
  osquery,
  coverbookExercises,
  stix,
  navigator,
  dettectGroups,
  coverbookThreats,
  coverbookDecisions,
  coverbookVisibility,
  coverbookPlaybooks,
  plain,
  plainMarkdown,
];
