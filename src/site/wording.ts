import type { Outcome } from '../exercises/exercise.ts';
import type { RunOutcome } from '../playbooks/playbook.ts';

/** `1 rule`, `2 rules`, `1,204 rules`. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${figure(number)} ${number === 1 ? one : many}`;
}

const FIGURES = new Intl.NumberFormat('en');

/** A whole number with thousands separated. */
export function figure(number: number): string {
  return FIGURES.format(number);
}

/** Whole per cent of a share, never rounded up to 100 or down to 0. */
export function percent(part: number, whole: number): number {
  if (whole === 0 || part === 0) return 0;
  if (part === whole) return 100;
  return Math.min(99, Math.max(1, Math.round((100 * part) / whole)));
}

/** The day of an ISO date or time. */
export function day(iso: string): string {
  return iso.slice(0, 10);
}

const LIST = new Intl.ListFormat('en', { type: 'conjunction' });

/** `a, b, and c` */
export function listed(items: readonly string[]): string {
  return LIST.format(items);
}

export const OUTCOME_WORDS: Record<Outcome, string> = {
  detected: 'Detected',
  alerted: 'Alerted',
  blocked: 'Blocked',
  logged: 'Logged only',
  missed: 'Missed',
  executed: 'Executed only',
};

export const RUN_WORDS: Record<RunOutcome, string> = {
  'nothing-found': 'Nothing found',
  findings: 'Findings',
  incident: 'Incident',
  inconclusive: 'Inconclusive',
};
