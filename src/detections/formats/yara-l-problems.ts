import { offsetPointer } from '../../documents/locate-offsets.ts';
import type { FileFinding } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import { sigmaSeverity } from './sigma-values.ts';
import type { YaraLRule } from './yara-l-rules.ts';

export type YaraLProblem = Omit<FileFinding, 'range'> & { pointer: Pointer };

/** What a rule lacks to be one, and values that could not be used. */
export function yaraLProblems(rule: YaraLRule): YaraLProblem[] {
  return [...missingSections(rule), ...invalidSeverities(rule)];
}

function missingSections({ name, sections, start }: YaraLRule): YaraLProblem[] {
  const missing = (['events', 'condition'] as const).filter((section) => !sections.has(section));
  if (missing.length === 0) return [];
  return [
    {
      rule: 'yara-l/missing-section',
      severity: 'warning',
      message: `Unexpected rule \`${name.slice(0, 80)}\` without ${missing.map((section) => `\`${section}\``).join(' and ')}, expected both \`events\` and \`condition\``,
      hint: 'Add the section, or check its spelling; Google SecOps refuses a rule without it.',
      pointer: offsetPointer(start, start + 'rule'.length),
    },
  ];
}

function invalidSeverities({ meta }: YaraLRule): YaraLProblem[] {
  return meta.flatMap(({ key, value, start, end }) => {
    const written = value.trim().replaceAll(/\s+/g, ' ');
    if (key !== 'severity' || written === '' || sigmaSeverity(written) !== undefined) return [];
    return [
      {
        rule: 'yara-l/invalid-value',
        severity: 'warning' as const,
        message: `Unexpected \`severity\` \`${written.slice(0, 60)}\`, expected \`Info\`, \`Low\`, \`Medium\`, \`High\` or \`Critical\`; it reads as not stated`,
        hint: 'Correct `severity`.',
        pointer: offsetPointer(start, end),
      },
    ];
  });
}
