import { datadog } from '../../detections/formats/datadog.ts';
import { elasticExport } from '../../detections/formats/elastic-export.ts';
import { sentinelArm } from '../../detections/formats/sentinel-arm.ts';
import { attire } from '../../exercises/formats/attire.ts';
import { calderaEvents } from '../../exercises/formats/caldera-events.ts';
import { calderaReports } from '../../exercises/formats/caldera-report.ts';
import { invokeAtomicJson } from '../../exercises/formats/invoke-atomic.ts';
import { navigator } from '../../threats/formats/navigator.ts';
import { stix } from '../../threats/formats/stix.ts';
import type { Reader } from '../../readers/reader.ts';

/** What is read from JSON, in the order of recognition. */
export const READERS: readonly Reader[] = [
  elasticExport,
  datadog,
  sentinelArm,
  invokeAtomicJson,
  attire,
  calderaReports,
  calderaEvents,
  stix,
  navigator,
];
