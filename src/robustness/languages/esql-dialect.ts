import type { QueryTree } from '../query-tree.ts';
import { onField } from './comparison.ts';
import type { ConditionFunction, Dialect, Operand, Operator } from './dialect.ts';
import { parseKuery } from './kuery.ts';
import { parseLucene } from './lucene.ts';
import { unquotedText } from './unquoted.ts';

export const ESQL_OPERATORS = new Map<string, Operator>([
  ['==', { comparison: 'same' }],
  ['!=', { comparison: 'same', isNegated: true }],
  ['<', { comparison: 'greater-or-less' }],
  ['<=', { comparison: 'greater-or-less' }],
  ['>', { comparison: 'greater-or-less' }],
  ['>=', { comparison: 'greater-or-less' }],
  [':', { comparison: 'contains' }],
  ['in', { comparison: 'equals' }],
  ['like', { comparison: 'equals' }],
  ['rlike', { comparison: 'matches' }],
]);

/** A query in another language, as a text in this one. */
const inLanguage =
  (parse: (query: string) => QueryTree): ConditionFunction =>
  ([query]) =>
    query?.kind === 'values' ? parse(query.values[0] ?? '') : undefined;

const CONDITIONS = new Map<string, ConditionFunction>([
  ['cidr_match', onField('in-network')],
  ['contains', onField('contains')],
  ['ends_with', onField('endswith')],
  ['kql', inLanguage(parseKuery)],
  ['match', onField('contains')],
  ['match_phrase', onField('contains')],
  ['mv_contains', onField('equals')],
  ['qstr', inLanguage(parseLucene)],
  ['starts_with', onField('startswith')],
]);

const words = (text: string): Set<string> => new Set(text.split(/\s+/));

/** Functions that give their field back, or a part of it. */
const FORMS =
  words(`to_lower to_upper to_string to_ip to_integer to_long to_double to_boolean trim ltrim rtrim mv_dedupe mv_first mv_last
  mv_min mv_max mv_sort mv_slice mv_concat values first last min max top substring left right replace reverse split url_decode
  url_encode from_base64 json_extract date_trunc bucket`);
const MEASURES = words('length mv_count bit_length byte_length');
const AGGREGATES = words(
  'count count_distinct sum avg median percentile std_dev mv_sum mv_avg mv_median date_diff',
);

/** What the columns a query has made of the fields stand for. */
export type Columns = Map<string, Operand>;

export function esqlDialect(columns: Columns): Dialect {
  return {
    operators: ESQL_OPERATORS,
    forms: FORMS,
    measures: MEASURES,
    aggregates: AGGREGATES,
    conditions: CONDITIONS,
    unquoted: unquotedText,
    named: (written) => {
      const name = written.replaceAll('`', '');
      return columns.get(name) ?? { kind: 'field', name };
    },
    trailing: (cursor, operand) => {
      while (cursor.take('::')) cursor.next();
      return operand;
    },
  };
}
