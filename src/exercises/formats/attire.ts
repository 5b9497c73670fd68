import { fieldLists, fieldsOf, textOf, type Fields } from '../../documents/fields.ts';
import { locateJson } from '../../documents/locate-json.ts';
import { dayOfTime } from '../../documents/times.ts';
import { declaredTechnique } from '../../mapping/technique-mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import { completeResults, type LoggedResult } from '../logged-result.ts';
import { newestDay, withoutRepetition } from '../repeated.ts';

/**
 * ATTiRe, the log of executed attacks Security Risk Advisors defined: one JSON object for each execution.
 * It says what was run, never what was seen.
 */
export const attire: Reader = {
  id: 'attire',
  extensions: ['.json'],

  recognises({ documents: [document] }) {
    const data = fieldsOf(document?.data);
    return data?.['attire-version'] !== undefined && 'procedures' in data;
  },

  read({ documents: [document], text }) {
    const data = fieldsOf(document?.data) ?? {};
    const execution = fieldsOf(data['execution-data']) ?? {};
    const procedures = Array.isArray(data['procedures']) ? data['procedures'] : [data['procedures']];
    const logged = fieldLists(procedures).map(({ fields, index }) =>
      procedureResult(fields, index, execution),
    );
    const { results, findings } = completeResults(logged, (pointer) => locateJson(text, 0, pointer));
    const date = newestDay(results);
    if (date === undefined) return { findings, ignored: 'that log no dated procedure' };
    const id = textOf(execution['execution-id']);
    const summary = summaryOf(execution);
    return {
      exercises: [
        {
          format: 'attire',
          ...(id !== undefined && { id }),
          title: titleOf(execution),
          date,
          ...(summary !== undefined && { summary }),
          results: withoutRepetition(results),
        },
      ],
      findings,
    };
  },

  locate: locateJson,
};

function procedureResult(procedure: Fields, index: number, execution: Fields): LoggedResult {
  const pointer = ['procedures', index];
  const technique = textOf(procedure['mitre-technique-id']);
  const test = textOf(fieldsOf(procedure['procedure-id'])?.['id']);
  const name = textOf(procedure['procedure-name']);
  const target = hostOf(execution);
  const steps = fieldLists(Array.isArray(procedure['steps']) ? procedure['steps'] : [procedure['steps']]);
  const times = steps.flatMap(
    ({ fields }) => dayOfTime(fields['time-start']) ?? dayOfTime(fields['time-stop']) ?? [],
  );
  // The log is written when the last procedure has ended.
  const date = times[0] ?? dayOfTime(execution['time-generated']);
  const isTimedOut = steps.some(({ fields }) => fields['is-timeout'] === true);
  return {
    result: {
      ...(test !== undefined && { test }),
      ...(name !== undefined && { name }),
      ...(target !== undefined && { target }),
      detections: [],
      outcome: 'executed',
      ...(date !== undefined && { date }),
      ...(isTimedOut && { notes: 'timed out' }),
    },
    mapping:
      technique === undefined ? undefined : declaredTechnique(technique, [...pointer, 'mitre-technique-id']),
    pointer,
  };
}

function titleOf(execution: Fields): string {
  const what =
    textOf(fieldsOf(execution['execution-category'])?.['name']) ??
    textOf(execution['execution-source']) ??
    'Executed procedures';
  const host = hostOf(execution);
  return host === undefined ? what : `${what} on ${host}`;
}

function summaryOf(execution: Fields): string | undefined {
  const source = textOf(execution['execution-source']);
  const command = textOf(execution['execution-command']);
  const parts = [source && `Run by ${source}`, command && `command: ${command}`].filter(Boolean);
  return parts.length > 0 ? `${parts.join('; ')}.` : undefined;
}

function hostOf(execution: Fields): string | undefined {
  const target = fieldsOf(execution['target']);
  return textOf(target?.['host']) ?? textOf(target?.['ip']);
}
