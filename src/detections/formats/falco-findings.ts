import type { FileFinding } from '../../findings/finding.ts';
import { locateFalco } from './falco-places.ts';
import type { FalcoProblem, FalcoTag } from './falco-rules.ts';

/** The finding for an item that came to nothing, or not to what its author may think. */
export function falcoProblem(text: string, { kind, name, ordinal }: FalcoProblem): FileFinding {
  const range = locateFalco(text, ordinal, [ordinal, 'rule']);
  return { ...describe(kind, shown(name)), ...(range && { range }) };
}

function describe(kind: FalcoProblem['kind'], name: string): Omit<FileFinding, 'range'> {
  switch (kind) {
    case 'unknown-rule':
      return {
        rule: 'falco/unknown-rule',
        severity: 'note',
        message: `Unexpected change of the rule \`${name}\`, expected a rule of that name before it in the file; the change is not read`,
        hint: 'Changes are read only beside the rule they change: what it says here does not show elsewhere.',
      };
    case 'missing-condition':
      return {
        rule: 'falco/missing-condition',
        severity: 'warning',
        message: `Unexpected rule \`${name}\` without a \`condition\`, expected one; the rule is not read`,
        hint: 'Add `condition`, or `override` when an earlier rule is meant to change.',
      };
    case 'duplicate-rule':
      return {
        rule: 'falco/duplicate-rule',
        severity: 'warning',
        message: `Unexpected second rule \`${name}\` further down, expected each name once; Falco runs the last one alone`,
        hint: 'Rename one of them, or change the first with `override`.',
      };
  }
}

export function invalidPriority(text: string, { written, pointer }: FalcoTag): FileFinding {
  const range = locateFalco(text, 0, pointer);
  return {
    rule: 'falco/invalid-value',
    severity: 'warning',
    message: `Unexpected \`priority\` \`${shown(written)}\`, expected one of the eight from \`EMERGENCY\` to \`DEBUG\`; it reads as not stated`,
    hint: 'Correct `priority`.',
    ...(range && { range }),
  };
}

function shown(text: string): string {
  return text.slice(0, 80).replace(/[`\s]+/g, ' ');
}
