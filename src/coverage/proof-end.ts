import type { Assessment } from './assessment.ts';
import { verdictOf } from './verdict.ts';

/** The last day the result that proves a technique counts, as an ISO date; undefined where none does. */
export function proofEnd(
  { results }: Pick<Assessment, 'results'>,
  { proofWindow }: { proofWindow: number },
): string | undefined {
  const { verdict, decisive } = verdictOf(results);
  if (verdict !== 'proven' || !decisive) return undefined;
  const end = new Date(`${decisive.result.date}T00:00:00Z`);
  end.setUTCDate(end.getUTCDate() + proofWindow);
  return end.toISOString().slice(0, 10);
}
