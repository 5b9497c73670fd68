import { basename } from 'node:path';
import { platformsOf } from '../attack/platform-names.ts';
import { unknownPlatform } from '../scope/unknown-platform.ts';
import type { Ingredients } from './assemble.ts';
import { CONFIG_SOURCE } from './config-source.ts';
import type { PendingFinding } from './pending-finding.ts';

/**
 * Platforms of `scope.platforms` that no loaded domain has, older names among them: each would silently take every
 * technique of the right one out of the denominator.
 */
export function checkPlatforms({
  config,
  knowledge,
}: Pick<Ingredients, 'config' | 'knowledge'>): PendingFinding[] {
  const { platforms } = config.scope;
  if (platforms.length === 0) return [];
  const known = platformsOf(knowledge);
  const forms = new Set(known.map((platform) => platform.toLowerCase()));
  return platforms.flatMap((platform, index): PendingFinding | never[] =>
    forms.has(platform.toLowerCase())
      ? []
      : {
          finding: {
            rule: 'scope/unknown-platform',
            severity: 'warning',
            ...unknownPlatform(platform, known),
            source: CONFIG_SOURCE,
            path: basename(config.file),
          },
          at: { ordinal: 0, pointer: ['scope', 'platforms', index] },
        },
  );
}
