import { knownPlatform } from '../attack/platform-names.ts';
import type { Finding } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';

/** What a finding says of a platform the loaded ATT&CK version does not have. */
export function unknownPlatform(
  platform: string,
  known: readonly string[],
): Required<Pick<Finding, 'message' | 'hint'>> {
  return {
    message: `Unexpected platform \`${platform}\`, expected one of the loaded ATT&CK version`,
    hint: hintFor(platform, known),
  };
}

function hintFor(platform: string, known: readonly string[]): string {
  const renamed = knownPlatform(platform, known);
  if (renamed !== undefined) return `ATT&CK calls it \`${renamed}\` now.`;
  const near = nearest(platform, known);
  if (near !== undefined) return `Did you mean \`${near}\`?`;
  return known.length === 0
    ? 'The configured domains have no platforms; take it out.'
    : `ATT&CK knows ${known.map((name) => `\`${name}\``).join(', ')}.`;
}
