import { z } from 'zod';
import { isoDate } from '../../documents/dates.ts';
import { DETECTION_SEVERITIES, type DetectionStatus } from '../detection.ts';
import { sigmaSeverity } from './sigma-values.ts';

/** Numbers stand for their digits: ids and versions are often written without quotes. */
const text = z.preprocess((value) => (typeof value === 'number' ? String(value) : value), z.string().trim());

/** A list, or one text where there is only one. */
const texts = z.union([z.array(text), text.transform((only) => [only])]);

const day = z.preprocess(
  (value) => isoDate(value instanceof Date ? dayOf(value) : value) ?? value,
  z.iso.date('Expected a date such as `2026-05-31`'),
);

const severity = z.preprocess(
  (value) => (typeof value === 'string' ? (sigmaSeverity(value) ?? value) : value),
  z.enum(DETECTION_SEVERITIES),
);

/** What teams call the states of a rule → the common scale; `disabled` switches it off. */
const STATUSES = new Map<string, DetectionStatus | 'disabled'>(
  Object.entries({
    production: ['production', 'prod', 'stable', 'active', 'enabled', 'live', 'released'],
    test: ['test', 'testing', 'beta'],
    experimental: ['experimental', 'draft', 'development', 'dev', 'alpha', 'wip', 'proposed'],
    deprecated: ['deprecated', 'retired', 'archived', 'obsolete'],
    unsupported: ['unsupported'],
    disabled: ['disabled', 'inactive'],
  } as const).flatMap(([status, words]) =>
    words.map((word) => [word, status as DetectionStatus | 'disabled']),
  ),
);

const status = z.preprocess(
  (value) => (typeof value === 'string' ? (STATUSES.get(value.trim().toLowerCase()) ?? value) : value),
  z.enum(['production', 'test', 'experimental', 'deprecated', 'unsupported', 'disabled']),
);

const SWITCHES = new Map([
  ...['true', 'yes', 'on'].map((word) => [word, true] as const),
  ...['false', 'no', 'off'].map((word) => [word, false] as const),
]);

const enabled = z.preprocess(
  (value) => (typeof value === 'string' ? (SWITCHES.get(value.trim().toLowerCase()) ?? value) : value),
  z.boolean(),
);

const map = z.looseObject({});
const logSource = z.union([map, z.array(text), text]);

/**
 * The fields of a detection in no format of its own, in the spellings they come in. Keys that are not known here belong
 * to whoever wrote the file.
 */
export const plainSchema = z.looseObject({
  title: text,
  techniques: z.union([z.array(z.union([text, map])), text]),
  tactics: texts.optional(),
  id: text.optional(),
  description: text.optional(),
  summary: text.optional(),
  severity: severity.optional(),
  level: severity.optional(),
  status: status.optional(),
  enabled: enabled.optional(),
  author: texts.optional(),
  authors: texts.optional(),
  date: day.optional(),
  created: day.optional(),
  modified: day.optional(),
  updated: day.optional(),
  reference: texts.optional(),
  references: texts.optional(),
  false_positives: texts.optional(),
  falsepositives: texts.optional(),
  falsePositives: texts.optional(),
  platform: texts.optional(),
  platforms: texts.optional(),
  data_sources: texts.optional(),
  dataSources: texts.optional(),
  logsource: logSource.optional(),
  logsources: logSource.optional(),
  log_source: logSource.optional(),
  log_sources: logSource.optional(),
  query: text.optional(),
  language: text.optional(),
  tags: texts.optional(),
});

export type PlainFields = z.output<typeof plainSchema>;

function dayOf(date: Date): string | undefined {
  return Number.isNaN(date.valueOf()) ? undefined : date.toISOString();
}
