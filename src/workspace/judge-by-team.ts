import { basename } from 'node:path';
import type { Detection } from '../detections/detection.ts';
import { withOverrides } from '../robustness/override.ts';
import type { Config } from './config.ts';
import { CONFIG_SOURCE } from './config-source.ts';
import type { PendingFinding } from './pending-finding.ts';

/** The robustness the config states, over what queries say; an entry that names no rule is reported. */
export function judgeByTeam(
  detections: readonly Detection[],
  config: Config,
): { detections: Detection[]; pending: PendingFinding[] } {
  const { detections: judged, unmatched } = withOverrides(detections, config.robustness);
  const pending = unmatched.map((index) => ({
    finding: {
      rule: 'robustness/unknown-detection',
      severity: 'warning' as const,
      message: `Unexpected \`${config.robustness[index]?.detection ?? ''}\`, expected the key or the id of a detection`,
      hint: 'Correct it, add the source that holds the rule, or take the entry out.',
      source: CONFIG_SOURCE,
      path: basename(config.file),
    },
    at: { ordinal: 0, pointer: ['robustness', index, 'detection'] },
  }));
  return { detections: judged, pending };
}
