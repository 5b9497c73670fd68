import { fieldLists, type Fields, fieldsOf, textOf } from '../../documents/fields.ts';
import { dayOfTime } from '../../documents/times.ts';
import type { Pointer } from '../../mapping/mapping.ts';
import type { Reader } from '../../readers/reader.ts';
import { DETECTION_SEVERITIES, type DetectionDraft, type DetectionSeverity } from '../detection.ts';
import { nothingStated } from '../nothing-stated.ts';
import { datadogTags } from './datadog-tags.ts';
import { jsonItemLines, jsonItems, jsonItemSpan, locateJsonItem } from './json-items.ts';

/**
 * Security rules of Datadog as its interface gives and takes them: one, a list, or the answer to a listing.
 *
 * @see https://docs.datadoghq.com/api/latest/security-monitoring/
 */
export const datadog: Reader = {
  id: 'datadog',
  extensions: ['.json', '.ndjson', '.jsonl'],

  recognises: (file) => jsonItems(file).some(({ fields }) => isRule(fields)),

  read(file) {
    const linesOf = jsonItemLines(file);
    return {
      detections: jsonItems(file)
        .filter(({ fields }) => isRule(fields))
        .map((item) => ({
          ...readRule(item.fields, item.pointer),
          lines: linesOf(item),
          ordinal: item.ordinal,
        })),
    };
  },

  locate: locateJsonItem,
  valueSpan: jsonItemSpan,
};

function isRule(fields: Fields): boolean {
  return (
    typeof fields['name'] === 'string' &&
    typeof fields['message'] === 'string' &&
    fieldLists(fields['cases']).some((entry) => 'status' in entry.fields) &&
    (Array.isArray(fields['queries']) || fieldsOf(fields['options']) !== undefined)
  );
}

function readRule(rule: Fields, at: Pointer): Omit<DetectionDraft, 'lines' | 'ordinal'> {
  const [id, guide] = [textOf(rule['id']), textOf(rule['message'])];
  const description = purposeIn(guide ?? '');
  const severity = highestStatus(rule['cases']);
  const query = fieldLists(rule['queries'])
    .flatMap(({ fields }) => textOf(fields['query']) ?? [])
    .join('\n\n');
  const [created, modified] = [dayOfTime(rule['createdAt']), dayOfTime(rule['updatedAt'])];
  return {
    ...nothingStated(),
    format: 'datadog',
    ...(id !== undefined && { id }),
    title: textOf(rule['name']) ?? id ?? 'Untitled rule',
    ...(description !== undefined && { description }),
    status: rule['isDeprecated'] === true || rule['isDeleted'] === true ? 'deprecated' : 'unknown',
    enabled: rule['isEnabled'] !== false,
    ...(severity && { severity }),
    ...(created !== undefined && { created }),
    ...(modified !== undefined && { modified }),
    ...(query !== '' && { query, language: 'datadog' }),
    ...(guide !== undefined && { guide }),
    ...datadogTags(rule['tags'], [...at, 'tags']),
  };
}

/** A rule raises signals of several severities, one a case: it is as severe as the worst. */
function highestStatus(cases: unknown): DetectionSeverity | undefined {
  const stated = fieldLists(cases).flatMap(({ fields }) => textOf(fields['status'])?.toLowerCase() ?? []);
  return DETECTION_SEVERITIES.findLast((severity) =>
    stated.includes(severity === 'informational' ? 'info' : severity),
  );
}

/** The first paragraph of a message, which by custom stands under “Goal”. */
function purposeIn(message: string): string | undefined {
  const lines = message.split('\n').map((line) => line.trim());
  const first = lines.findIndex((line) => line !== '' && !line.startsWith('#'));
  if (first === -1) return undefined;
  const rest = lines.slice(first);
  const end = rest.findIndex((line) => line === '' || line.startsWith('#'));
  return rest.slice(0, end === -1 ? undefined : end).join(' ');
}
