import type { QueryTree } from '../query-tree.ts';
import { compared, onField, onPresence, readComparison } from './comparison.ts';
import type { Cursor } from './cursor.ts';
import type { ConditionFunction, Dialect, Operator } from './dialect.ts';
import { type Logic, readLogic } from './logic.ts';
import { splMacro } from './spl-macros.ts';
import { type Columns, splText } from './spl-search.ts';

const OPERATORS = new Map<string, Operator>([
  ['=', { comparison: 'same' }],
  ['==', { comparison: 'same' }],
  ['!=', { comparison: 'same', isNegated: true }],
  ['<', { comparison: 'greater-or-less' }],
  ['<=', { comparison: 'greater-or-less' }],
  ['>', { comparison: 'greater-or-less' }],
  ['>=', { comparison: 'greater-or-less' }],
  ['in', { comparison: 'equals' }],
  ['like', { comparison: 'equals' }],
]);

const words = (text: string): Set<string> => new Set(text.split(/\s+/));

/** Functions that give their field back, or a part of it. */
const FORMS =
  words(`lower upper trim ltrim rtrim tostring tonumber replace substr mvindex mvdedup mvsort mvjoin mvfilter split urldecode spath
  values list first last latest earliest min max mode strptime strftime`);
const MEASURES = words('len mvcount');
const AGGREGATES = words(
  'count c dc distinct_count estdc sum avg mean median stdev stdevp var perc95 perc99 range',
);

/** The network comes first. */
const inNetwork: ConditionFunction = ([network, subject], written) =>
  subject?.kind === 'field' && network?.kind === 'values'
    ? compared(subject, { comparison: 'in-network' }, network, written)
    : undefined;

const CONDITIONS = new Map<string, ConditionFunction>([
  ['cidrmatch', inNetwork],
  ['in', onField('equals')],
  ['isnotnull', onPresence(true)],
  ['isnull', onPresence(false)],
  ['like', onField('equals')],
  ['match', onField('matches')],
]);

/**
 * Splunk's language of expressions, as in `eval` and `where`: words are fields, single quotes fields too, double
 * quotes values.
 *
 * @see https://help.splunk.com, "Search Reference", "Evaluation functions"
 */
export function splDialect(columns: Columns): Dialect {
  return {
    operators: OPERATORS,
    forms: FORMS,
    measures: MEASURES,
    aggregates: AGGREGATES,
    conditions: CONDITIONS,
    unquoted: splText,
    named: (name) => columns.get(name) ?? { kind: 'field', name },
    special: (cursor, token) => {
      const text = cursor.textOf(token);
      if (token.kind === 'word' && /^-?\.?\d/.test(text)) {
        cursor.next();
        return { kind: 'values', values: [text] };
      }
      if (text.length < 2 || !/^'[^]*'$/.test(text)) return undefined;
      cursor.next();
      const name = splText(text);
      return columns.get(name) ?? { kind: 'field', name };
    },
  };
}

/** The conditions of `where`. */
export function readWhere(cursor: Cursor, dialect: Dialect): QueryTree {
  const logic: Logic = {
    and: (inner) => inner.take('and'),
    or: (inner) => inner.take('or', 'xor'),
    not: (inner) => inner.take('not'),
    condition: (inner) => {
      const text = inner.textOf(inner.peek());
      if (!text.startsWith('`')) return readComparison(inner, dialect, logic);
      inner.next();
      return splMacro(text, false);
    },
    isValue: (inner) => OPERATORS.has(inner.peek().key) || inner.is('+', '-', '*', '/', '%', '.'),
  };
  return readLogic(cursor, logic);
}
