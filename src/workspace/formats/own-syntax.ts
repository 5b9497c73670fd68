import { kql } from '../../detections/formats/kql.ts';
import { osquery } from '../../detections/formats/osquery.ts';
import { suricata } from '../../detections/formats/suricata.ts';
import { wazuh } from '../../detections/formats/wazuh.ts';
import { yaraL } from '../../detections/formats/yara-l.ts';
import type { Reader } from '../../readers/reader.ts';

/** What is read from files in a language of their own. */
export const READERS: readonly Reader[] = [yaraL, suricata, wazuh, kql, osquery];
