import { isoDate } from '../../documents/dates.ts';
import { textOf, type Fields } from '../../documents/fields.ts';
import { capital } from '../../documents/text.ts';
import type { PlaybookRun } from '../playbook.ts';

/**
 * The run a completed hunt had, where it says what came of it. A finding is a true positive where those are counted,
 * so that a hunt of false positives has found nothing; whether one was an incident the format does not say.
 */
export function lockRuns(fields: Fields, status: string | undefined): PlaybookRun[] {
  const date = isoDate(fields['date']);
  if (status !== 'completed' || date === undefined) return [];
  const [all, real, wrong] = ['findings_count', 'true_positives', 'false_positives'].map((key) =>
    countOf(fields[key]),
  );
  const findings = real ?? all;
  if (findings === undefined) return [];
  const counts = [
    ...(all === undefined ? [] : [`findings: ${all}`]),
    ...(real === undefined ? [] : [`true positives: ${real}`]),
    ...(wrong === undefined ? [] : [`false positives: ${wrong}`]),
  ].join(', ');
  return [
    {
      date,
      outcome: findings > 0 ? 'findings' : 'nothing-found',
      findings,
      notes: capital(counts),
    },
  ];
}

function countOf(value: unknown): number | undefined {
  const text = textOf(value);
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
