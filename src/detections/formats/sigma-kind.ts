import { type Fields, fieldsOf, textOf } from '../../documents/fields.ts';

/** What a document of a Sigma file is. */
export type SigmaKind = 'rule' | 'correlation' | 'filter' | 'collection' | 'incomplete';

/**
 * Tells a Sigma document by its content; undefined for any other. A `detection` alone is not enough, other tools
 * use the key too; `incomplete` is a rule by its log source and title that lost its detection.
 */
export function sigmaKind(data: unknown): SigmaKind | undefined {
  const fields = fieldsOf(data);
  if (!fields) return undefined;
  if (typeof fieldsOf(fields['correlation'])?.['type'] === 'string') return 'correlation';
  const filter = fieldsOf(fields['filter']);
  if (filter && 'rules' in filter && 'condition' in filter) return 'filter';
  if (['global', 'reset', 'repeat'].includes(textOf(fields['action']) ?? '')) return 'collection';
  const detection = fieldsOf(fields['detection']);
  const logsource = fieldsOf(fields['logsource']);
  if (detection && (logsource || 'condition' in detection)) return 'rule';
  return logsource && isNamed(fields) && isLogSource(logsource) ? 'incomplete' : undefined;
}

function isNamed(fields: Fields): boolean {
  return typeof fields['title'] === 'string' && ('level' in fields || 'tags' in fields || 'id' in fields);
}

function isLogSource(logsource: Fields): boolean {
  return ['product', 'category', 'service'].some((key) => typeof logsource[key] === 'string');
}
