import { fieldLists, type Fields, fieldsOf } from '../../documents/fields.ts';
import { splunkField } from './splunk-fields.ts';

/**
 * The risk score of a search, 0-100: the highest of those it gives to the objects it finds, or the one of its tags,
 * which is their impact times their confidence.
 */
export function splunkRiskScore(content: Fields): number | undefined {
  const objects = [
    ...fieldLists(fieldsOf(content['rba'])?.['risk_objects']),
    ...fieldLists(fieldsOf(content['intermediate_findings'])?.['entities']),
  ].flatMap(({ fields }) => percent(fields['score']) ?? []);
  if (objects.length > 0) return objects.reduce((highest, score) => Math.max(highest, score));
  const score = percent(splunkField(content, 'risk_score').value);
  if (score !== undefined) return score;
  const impact = percent(splunkField(content, 'impact').value);
  const confidence = percent(splunkField(content, 'confidence').value);
  return impact === undefined || confidence === undefined
    ? undefined
    : Math.round((impact * confidence) / 100);
}

function percent(value: unknown): number | undefined {
  return typeof value === 'number' && value >= 0 && value <= 100 ? value : undefined;
}
