import { elastic } from '../detections/formats/elastic.ts';
import { sigmaRegression } from '../detections/formats/sigma-regression.ts';
import { sigma } from '../detections/formats/sigma.ts';
import { splunk } from '../detections/formats/splunk.ts';
import { yaraL } from '../detections/formats/yara-l.ts';
import { coverbookExercises } from '../exercises/formats/coverbook.ts';
import { coverbookPlaybooks } from '../playbooks/formats/coverbook.ts';
import { elasticHunts } from '../playbooks/formats/elastic-hunt.ts';
import { splunkHunts } from '../playbooks/formats/splunk-hunt.ts';
import type { Reader } from '../readers/reader.ts';
import { coverbookThreats } from '../threats/formats/coverbook.ts';

/** Every format that is read, in the order of recognition: the first that recognises a file reads it. */
export const READERS: readonly Reader[] = [
  elasticHunts,
  elastic,
  sigmaRegression,
  sigma,
  yaraL,
  splunkHunts,
  splunk,
  coverbookExercises,
  coverbookThreats,
  coverbookPlaybooks,
];
