import { textOf, type Fields } from '../../documents/fields.ts';
import { dayOfTime } from '../../documents/times.ts';
import type { FileFinding, Range } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import type { ExerciseDraft } from '../exercise.ts';
import { completeResults, techniqueByIdOrName, type LoggedResult } from '../logged-result.ts';
import { newestDay, withoutRepetition } from '../repeated.ts';

/** One link of an operation's chain, an ability on an agent, as reports and event logs both have it. */
export interface CalderaLink {
  status: unknown;
  /** When it was given out, taken and finished; what did not happen is absent. */
  times: readonly unknown[];
  /** Set by the agent that ran it. */
  finished: unknown;
  ability: { id: unknown; name: unknown };
  host: string | undefined;
  attack: Fields;
  /** Where `attack` stands. */
  pointer: Pointer;
}

/** Caldera's states of a link that was run (0 success, 1 error, 124 timeout), with what is worth a note. */
const RUN_STATES = new Map<string, string | undefined>([
  ['0', undefined],
  ['1', 'the command ended with an error'],
  ['124', 'the command timed out'],
]);

/** Paused, discarded, on an agent that is not trusted, too visible: it never ran. */
const NOT_RUN_STATES: ReadonlySet<string> = new Set(['-1', '-2', '-4', '-5']);

/** The one exercise of an operation, or why there is none. Caldera knows what it ran, not what was seen. */
export function calderaExercise(
  format: ExerciseDraft['format'],
  operation: { name: unknown; adversary: unknown },
  links: readonly CalderaLink[],
  locate: (pointer: Pointer) => Range | undefined,
): { exercises: ExerciseDraft[]; findings: FileFinding[]; ignored?: string } {
  const run = links.filter(isRun);
  const { results, findings } = completeResults(run.map(loggedResult), locate);
  const date = newestDay(results);
  if (date === undefined)
    return { exercises: [], findings, ignored: 'that are Caldera operations nothing was run in' };
  const summary = summaryOf(textOf(operation.adversary), links.length - run.length);
  const title = textOf(operation.name);
  return {
    exercises: [
      {
        format,
        title: title === undefined ? 'Caldera operation' : `Caldera operation ${title}`,
        date,
        ...(summary !== '' && { summary }),
        results: withoutRepetition(results),
      },
    ],
    findings,
  };
}

/** A link that waits for its agent has the state -3 until it is finished. */
function isRun({ status, finished }: CalderaLink): boolean {
  const state = textOf(status) ?? '';
  if (RUN_STATES.has(state)) return true;
  return !NOT_RUN_STATES.has(state) && textOf(finished) !== undefined;
}

function loggedResult({ status, times, ability, host, attack, pointer }: CalderaLink): LoggedResult {
  const mapping = techniqueByIdOrName(
    { text: textOf(attack['technique_id']), pointer: [...pointer, 'technique_id'] },
    { text: textOf(attack['technique_name']), pointer: [...pointer, 'technique_name'] },
  );
  const tactic = textOf(attack['tactic']);
  const test = textOf(ability.id);
  const name = textOf(ability.name);
  const date = times.map(dayOfTime).find((day) => day !== undefined);
  const notes = RUN_STATES.get(textOf(status) ?? '');
  return {
    result: {
      ...(test !== undefined && { test }),
      ...(name !== undefined && { name }),
      ...(host !== undefined && { target: host }),
      detections: [],
      outcome: 'executed',
      ...(date !== undefined && { date }),
      ...(notes !== undefined && { notes }),
    },
    mapping: mapping && { ...mapping, ...(tactic !== undefined && { tactic }) },
    pointer,
  };
}

function summaryOf(adversary: string | undefined, notRun: number): string {
  return [
    adversary === undefined ? '' : `Adversary profile ${adversary}.`,
    notRun === 0 ? '' : notRun === 1 ? '1 ability was not run.' : `${notRun} abilities were not run.`,
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}
