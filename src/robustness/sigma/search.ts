import { type Fields, fieldsOf } from '../../documents/fields.ts';
import type { Comparison, Predicate, QueryTree } from '../query-tree.ts';

const COMPARISONS = new Map<string, Comparison>([
  ['contains', 'contains'],
  ['startswith', 'startswith'],
  ['endswith', 'endswith'],
  ['re', 'matches'],
  ['cidr', 'in-network'],
  ['exists', 'exists'],
  ['fieldref', 'exists'],
  ['gt', 'greater-or-less'],
  ['gte', 'greater-or-less'],
  ['lt', 'greater-or-less'],
  ['lte', 'greater-or-less'],
]);

/** A search below this depth is not Sigma's. */
const DEEPEST = 8;

/**
 * One search of a Sigma rule: a map means all of its fields, a list any of its items, a text alone a keyword.
 * Values keep their wildcards; `windash`, `wide`, `base64offset` and the like change their form and not their meaning.
 */
export function readSearch(search: unknown, prefix = '', depth = 0): QueryTree {
  if (depth > DEEPEST) return { kind: 'opaque', why: 'a search nested too deep', written: '' };
  if (Array.isArray(search)) return ofList(search, prefix, depth);
  const fields = fieldsOf(search);
  if (fields) return ofMap(fields, prefix, depth);
  return keyword([search]);
}

function ofList(items: readonly unknown[], prefix: string, depth: number): QueryTree {
  const maps = items.filter((item) => Array.isArray(item) || fieldsOf(item) !== undefined);
  const words = items.filter((item) => !Array.isArray(item) && fieldsOf(item) === undefined);
  const of = [
    ...maps.map((item) => readSearch(item, prefix, depth + 1)),
    ...(words.length > 0 ? [keyword(words)] : []),
  ];
  return of.length === 1 && of[0] ? of[0] : { kind: 'any', of };
}

function ofMap(fields: Fields, prefix: string, depth: number): QueryTree {
  const of = Object.entries(fields).map(([key, value]) =>
    fieldsOf(value) ? readSearch(value, `${prefix}${key}.`, depth + 1) : ofField(`${prefix}${key}`, value),
  );
  return of.length === 1 && of[0] ? of[0] : { kind: 'all', of };
}

function ofField(key: string, value: unknown): QueryTree {
  const [field = '', ...modifiers] = key.split('|');
  const items = Array.isArray(value) ? (value as unknown[]) : [value];
  const comparison =
    modifiers.map((modifier) => COMPARISONS.get(modifier)).find((found) => found !== undefined) ?? 'equals';
  if (modifiers.includes('exists') && value === false) return absent(field, key);
  const values = items.filter((item) => item !== null).map(textOfItem);
  const written = (value: string): string => `${key}: '${value}'`;
  const predicate = (of: string[]): Predicate => ({
    kind: 'predicate',
    field,
    comparison: field === '' ? 'keyword' : comparison,
    values: comparison === 'exists' ? [] : of,
    written: of.length > 1 ? `${written(of[0] ?? '')} … (${of.length} values)` : written(of[0] ?? ''),
  });
  if (modifiers.includes('all') && values.length > 1)
    return { kind: 'all', of: values.map((text) => predicate([text])) };
  if (values.length === 0) return absent(field, key);
  return predicate(values);
}

/** `field: null`: the event must not have it. */
function absent(field: string, key: string): QueryTree {
  return {
    kind: 'not',
    of: { kind: 'predicate', field, comparison: 'exists', values: [], written: `${key}: null` },
  };
}

function keyword(items: readonly unknown[]): Predicate {
  const values = items.filter((item) => item !== null).map(textOfItem);
  const more = values.length > 1 ? ` … (${values.length} values)` : '';
  return {
    kind: 'predicate',
    field: '',
    comparison: 'keyword',
    values,
    written: `'${values[0] ?? ''}'${more}`,
  };
}

function textOfItem(item: unknown): string {
  if (typeof item === 'string') return item;
  return typeof item === 'number' || typeof item === 'boolean' ? String(item) : '';
}
