import type { HuntStanding } from '../coverage/hunt-state.ts';
import type { Playbook, RunOutcome } from '../playbooks/playbook.ts';

/** A playbook's past on a line: places in per cent of its length. */
export interface RunStrip {
  runs: { at: number; date: string; outcome: RunOutcome }[];
  now: number;
  due?: number;
  /** ISO dates of the two ends. */
  from: string;
  to: string;
}

/** Undefined where a line would show nothing: fewer than two dates. */
export function runStrip(
  { runs, created }: Pick<Playbook, 'runs' | 'created'>,
  { due }: HuntStanding,
  now: string,
): RunStrip | undefined {
  const past = runs.filter(({ date }) => date <= now);
  const dates = [created, ...past.map(({ date }) => date), due, now]
    .filter((date) => date !== undefined)
    .sort();
  const [from, to] = [dates[0] ?? now, dates.at(-1) ?? now];
  if (past.length === 0 || from === to) return undefined;
  const start = Date.parse(from);
  const length = Date.parse(to) - start;
  const place = (date: string): number => Math.round((1000 * (Date.parse(date) - start)) / length) / 10;
  return {
    runs: past.map(({ date, outcome }) => ({ at: place(date), date, outcome })).sort((a, b) => a.at - b.at),
    now: place(now),
    ...(due !== undefined && { due: place(due) }),
    from,
    to,
  };
}
