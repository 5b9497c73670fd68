import type { Assessment, Level } from '../coverage/assessment.ts';
import { counted } from '../coverage/wording.ts';

const NEXT_STEP: Record<Level, string> = {
  none: 'Missing: a rule, and a hunt until there is one.',
  hunted: 'Missing: a rule; only hunts look for it.',
  claimed: 'Missing: a test that the rule fires, and an exercise that proves it.',
  tested: 'Missing: an exercise that proves it here.',
  proven: 'Proven; more rules, tests or hunts would make it sturdier.',
  failed: 'Executed here and missed: find out why the rule or the telemetry is not there.',
};

/** What a technique lacks to reach the next level, in words for a cell's comment. */
export function missingFor({ level, library }: Pick<Assessment, 'level' | 'library'>): string {
  const offer = library.length > 0 ? ` ${counted(library.length, 'library rule')} could be deployed.` : '';
  return NEXT_STEP[level] + offer;
}
