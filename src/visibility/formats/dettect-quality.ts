import { fieldsOf, textOf, type Fields } from '../../documents/fields.ts';

/** The dimensions DeTT&CT judges a data source by, 0 to 5 each. */
const DIMENSIONS = [
  'device_completeness',
  'data_field_completeness',
  'timeliness',
  'consistency',
  'retention',
] as const;

/**
 * The rounded mean of the five scores, 1 to 5; undefined where there are none or they come to nothing, `unreadable`
 * where one is missing or no whole number from 0 to 5.
 */
export function dataQuality(entry: Fields): number | 'unreadable' | undefined {
  const scores = scoresOf(entry);
  if (!scores) return undefined;
  if (!scores.every((score) => Number.isInteger(score) && score >= 0 && score <= 5)) return 'unreadable';
  const mean = Math.round(scores.reduce((sum, score) => sum + score, 0) / scores.length);
  return mean === 0 ? undefined : mean;
}

/** Whether every score is 0: not available, by DeTT&CT's own reading. */
export function isWithoutQuality(entry: Fields): boolean {
  return scoresOf(entry)?.every((score) => score === 0) ?? false;
}

function scoresOf(entry: Fields): number[] | undefined {
  const quality = fieldsOf(entry['data_quality']);
  return quality && DIMENSIONS.map((dimension) => Number(textOf(quality[dimension]) ?? Number.NaN));
}
