import type { FieldDictionary } from '../field-class.ts';

/**
 * Verdicts of models shipped with Elastic's integrations: a query that reads one does not say what it looks at.
 *
 * @see https://www.elastic.co/docs/reference/integrations (ProblemChild, DGA)
 */
export const MODEL_FIELDS: FieldDictionary = new Map([
  ['problemchild.*', 'model'],
  ['blocklist_label', 'model'],
  ['ml_is_dga.*', 'model'],
]);
