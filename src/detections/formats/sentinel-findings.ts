import { textOf } from '../../documents/fields.ts';
import type { FileFinding, Range } from '../../findings/finding.ts';
import { sentinelSeverity } from './sentinel-fields.ts';

/** The finding for a severity Sentinel does not know. ARM may compute one: `[parameters('severity')]`. */
export function sentinelFindings(severity: unknown, place: () => Range | undefined): FileFinding[] {
  const written = textOf(severity);
  if (written === undefined || sentinelSeverity(written) !== undefined || written.startsWith('[')) return [];
  const range = place();
  return [
    {
      rule: 'sentinel/invalid-value',
      severity: 'warning',
      message: `Unexpected \`severity\` \`${written.replace(/\s+/g, ' ').slice(0, 60)}\`, expected \`High\`, \`Medium\`, \`Low\` or \`Informational\`; it reads as not stated`,
      hint: 'Correct `severity`.',
      ...(range && { range }),
    },
  ];
}
