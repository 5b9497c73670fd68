import type { Assessment } from './assessment.ts';
import type { LedgerLine } from './ledger.ts';
import { timesRun, toldResult } from './told.ts';
import { verdictOf } from './verdict.ts';
import { counted } from './wording.ts';

/** What is known of a technique and adds nothing to its score, each with why it does not. */
export function silentLines(assessment: Assessment): LedgerLine[] {
  return [...exerciseLines(assessment), ...subtechniqueLines(assessment), ...ruleLines(assessment)];
}

function exerciseLines({ results, terms }: Assessment): LedgerLine[] {
  const { verdict, decisive } = verdictOf(results);
  const isTold = terms.some(({ term }) => term === 'proof' || term === 'failed');
  const executed = results.filter(({ result }) => result.outcome === 'executed');
  const past = results.find(({ result, inWindow }) => !inWindow && result.outcome !== 'executed');
  const lines: LedgerLine[] = [];
  const add = (because: string, exercise?: { key: string; title: string }): void => {
    lines.push({
      term: 'exercises',
      because,
      points: 0,
      items: exercise ? [{ key: exercise.key, title: exercise.title }] : [],
    });
  };
  if (decisive && !isTold)
    add(
      verdict === 'failed' ? 'newest result is a miss' : 'telemetry only: it was logged, nothing alerted',
      decisive.exercise,
    );
  if (!decisive && past) add(`${toldResult(past)}, outside the proof window`, past.exercise);
  if (executed.length > 0)
    add(
      `executed ${executed.length === 1 && timesRun(executed) === 1 ? 'once' : `${timesRun(executed)} times`}; what was seen is not recorded`,
      executed[0]?.exercise,
    );
  return lines;
}

function subtechniqueLines({ subtechniques, terms }: Assessment): LedgerLine[] {
  if (!subtechniques || terms.some(({ term }) => term === 'roll-up')) return [];
  const total = Object.values(subtechniques).reduce((sum, number) => sum + number, 0);
  const spoken = total - subtechniques.none;
  if (spoken === 0) return [];
  const because = `${spoken} of ${counted(total, 'sub-technique')} with evidence; their mean is no more than its own`;
  return [{ term: 'sub-techniques', because, points: 0, items: [] }];
}

function ruleLines({ notCounting, library, libraryPlaybooks }: Assessment): LedgerLine[] {
  const line = (term: string, because: string): LedgerLine => ({ term, because, points: 0, items: [] });
  return [
    ...(notCounting.length > 0
      ? [line('not counted', `${counted(notCounting.length, 'deployed rule')}: ${whyNot(notCounting)}`)]
      : []),
    ...(library.length > 0
      ? [line('library', `${counted(library.length, 'library rule')} not deployed`)]
      : []),
    ...(libraryPlaybooks.length > 0
      ? [line('library hunts', `${counted(libraryPlaybooks.length, 'hunt')} written by others`)]
      : []),
  ];
}

/** `2 deprecated, 1 disabled` */
function whyNot(notCounting: Assessment['notCounting']): string {
  const byReason = Map.groupBy(notCounting, ({ countsNot }) => countsNot ?? 'does not count');
  return [...byReason]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([why, rules]) => `${rules.length} ${why}`)
    .join(', ');
}
