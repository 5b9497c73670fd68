import { fieldLists, textOf, textsOf, type Fields } from '../../documents/fields.ts';
import { dayOfTime } from '../../documents/times.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import type { Outcome } from '../exercise.ts';

/** One score of DeTT&CT: -1 none, 0 forensics or context only, 1 basic to 5 excellent. */
export interface DettectScore {
  score: number;
  date?: string;
  comment?: string;
  pointer: Pointer;
}

/**
 * The score that holds: the one with the latest date, wherever it stands in the log; of equal dates the first, as
 * the editor writes new scores on top. Undated ones hold only where none has a date.
 *
 * @param entry One `detection` entry; releases before 1.2 write its one score into the entry itself.
 */
export function currentScore(entry: Fields, pointer: Pointer): DettectScore | undefined {
  const logbook = entry['score_logbook'];
  const scores = (logbook === undefined ? [entry] : asList(logbook)).flatMap((item: unknown, index) =>
    fieldLists([item]).flatMap(({ fields }): { moment: string; current: DettectScore }[] => {
      const at =
        logbook === undefined
          ? pointer
          : [...pointer, 'score_logbook', ...(Array.isArray(logbook) ? [index] : [])];
      const score = scoreOf(fields['score']);
      if (score === undefined) return [];
      const written =
        textOf(fields['date']) ?? textOf(fields['date_implemented']) ?? textOf(fields['date_registered']);
      const date = dayOfTime(written);
      const comment = textOf(fields['comment']);
      return [
        {
          moment: date === undefined ? '' : `${date}${timeOf(written)}`,
          current: {
            score,
            ...(date !== undefined && { date }),
            ...(comment !== undefined && { comment }),
            pointer: [...at, 'score'],
          },
        },
      ];
    }),
  );
  const [first, ...rest] = scores;
  if (!first) return undefined;
  return rest.reduce((best, score) => (score.moment > best.moment ? score : best), first).current;
}

/** What a score claims: anybody would see it, only a look into the logs would, or nobody would. */
export function outcomeOfScore(score: number): Outcome {
  if (score >= 1) return 'detected';
  return score === 0 ? 'logged' : 'missed';
}

/** Older files have a single map where newer ones have a list. */
export function asList(value: unknown): unknown[] {
  if (Array.isArray(value)) return value;
  return value === undefined || value === null ? [] : [value];
}

/** `all`, or the systems the score is for. */
export function targetOf(entry: Fields): string | undefined {
  const systems = textsOf(entry['applicable_to']);
  return systems.length > 0 ? systems.join(', ') : undefined;
}

function scoreOf(value: unknown): number | undefined {
  const score = Number(textOf(value) ?? Number.NaN);
  return Number.isInteger(score) && score >= -1 && score <= 5 ? score : undefined;
}

function timeOf(written: string | undefined): string {
  return /[T ](\d{2}:\d{2}(?::\d{2})?)/.exec(written ?? '')?.[1] ?? '';
}
