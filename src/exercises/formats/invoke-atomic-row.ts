import { fieldsOf, textOf, type Fields } from '../../documents/fields.ts';
import { dayOfTime } from '../../documents/times.ts';
import type { FileFinding, Range } from '../../findings/finding.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import type { ExerciseDraft } from '../exercise.ts';
import { completeResults, type LoggedResult } from '../logged-result.ts';
import { fewNames, newestDay, withoutRepetition } from '../repeated.ts';

/** One run as Invoke-AtomicRedTeam logs it, by the log's own column names. */
export interface InvokeAtomicRow {
  fields: Fields;
  /** Where it stands; the name of a column leads on from there. */
  pointer: Pointer;
}

/** Whether a log has these columns. They came and went with the releases; these were always there. */
export function isInvokeAtomic(has: (column: string) => boolean): boolean {
  return (
    has('Technique') &&
    has('Test Name') &&
    (has('GUID') || has('Test Number')) &&
    (has('Execution Time (UTC)') || has('Execution Time (Local)'))
  );
}

/** The one exercise of a log, or why there is none. A log says what was run, never what was seen. */
export function invokeAtomicExercise(
  rows: readonly InvokeAtomicRow[],
  locate: (pointer: Pointer) => Range | undefined,
): { exercises: ExerciseDraft[]; findings: FileFinding[]; ignored?: string } {
  const { results, findings } = completeResults(rows.map(loggedResult), locate);
  const date = newestDay(results);
  if (date === undefined) return { exercises: [], findings, ignored: 'that log no dated atomic test' };
  const hosts = fewNames(results.map(({ target }) => target));
  return {
    exercises: [
      {
        format: 'invoke-atomic',
        title: hosts === '' ? 'Atomic tests' : `Atomic tests on ${hosts}`,
        date,
        results: withoutRepetition(results),
      },
    ],
    findings,
  };
}

function loggedResult({ fields, pointer }: InvokeAtomicRow): LoggedResult {
  const technique = textOf(fields['Technique']);
  const date = dayOfTime(fields['Execution Time (UTC)']) ?? dayOfTime(fields['Execution Time (Local)']);
  const test = textOf(fields['GUID']);
  const name = textOf(fields['Test Name']);
  const target = hostOf(fields['Hostname']);
  const exitCode = textOf(fields['ExitCode']);
  return {
    result: {
      ...(test !== undefined && { test }),
      ...(name !== undefined && { name }),
      ...(target !== undefined && { target }),
      detections: [],
      outcome: 'executed',
      ...(date !== undefined && { date }),
      // The command's, not the attack's: many an attack that works ends with another code than 0.
      ...(exitCode !== undefined && exitCode !== '0' && { notes: `exit code ${exitCode}` }),
    },
    mapping: technique === undefined ? undefined : declaredTechnique(technique, [...pointer, 'Technique']),
    pointer: [...pointer, 'Execution Time (UTC)'],
  };
}

/** PowerShell serialises a remote session's host as an object. */
function hostOf(value: unknown): string | undefined {
  return textOf(value) ?? textOf(fieldsOf(value)?.['value']);
}
