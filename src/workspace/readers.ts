import { elasticEndpoint } from '../detections/formats/elastic-endpoint.ts';
import { elasticExport } from '../detections/formats/elastic-export.ts';
import { elastic } from '../detections/formats/elastic.ts';
import { kqlMarkdown } from '../detections/formats/kql-markdown.ts';
import { sentinelArm } from '../detections/formats/sentinel-arm.ts';
import { sentinel } from '../detections/formats/sentinel.ts';
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
import { coverbookPlaybooks } from '../playbooks/formats/coverbook.ts';
import { elasticHunts } from '../playbooks/formats/elastic-hunt.ts';
import { otrfNotebooks } from '../playbooks/formats/otrf-notebook.ts';
import { otrfHunts } from '../playbooks/formats/otrf.ts';
import { sentinelHunts } from '../playbooks/formats/sentinel-hunt.ts';
import { splunkHunts } from '../playbooks/formats/splunk-hunt.ts';
import type { Reader } from '../readers/reader.ts';
import { coverbookThreats } from '../threats/formats/coverbook.ts';

/** Every format that is read, in the order of recognition: the first that recognises a file reads it. */
export const READERS: readonly Reader[] = [
  elasticHunts,
  elastic,
  elasticEndpoint,
  elasticExport,
  atomicRedTeam,
  dettect,
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
  otrfNotebooks,
  kqlMarkdown,
  coverbookExercises,
  coverbookThreats,
  coverbookPlaybooks,
];
