import { conditionsOf, onField, onPresence } from './comparison.ts';
import type { Cursor, Token } from './cursor.ts';
import type { ConditionFunction, Dialect, Operand, Operator } from './dialect.ts';
import { unquotedKusto } from './kusto-tokens.ts';
import { notOf } from './tree.ts';

/** What names in a query stand for; a name that is not known is a field's. */
export interface Names {
  get(name: string): Operand | undefined;
}

const TEXT_OPERATORS: [string, Operator][] = [
  ['has', { comparison: 'contains' }],
  ['has_any', { comparison: 'contains' }],
  ['has_all', { comparison: 'contains', isEach: true }],
  ['hasprefix', { comparison: 'contains' }],
  ['hassuffix', { comparison: 'contains' }],
  ['contains', { comparison: 'contains' }],
  ['startswith', { comparison: 'startswith' }],
  ['endswith', { comparison: 'endswith' }],
  ['in', { comparison: 'equals' }],
  ['between', { comparison: 'greater-or-less' }],
];

/** Each text operator, as it is, minding case (`_cs`), ignoring it (`~`), and the negation of each. */
export const KUSTO_OPERATORS = new Map<string, Operator>([
  ...TEXT_OPERATORS.flatMap(([name, operator]): [string, Operator][] =>
    [name, `${name}_cs`, `${name}~`].flatMap((form): [string, Operator][] => [
      [form, operator],
      [`!${form}`, { ...operator, isNegated: true }],
    ]),
  ),
  ['matches', { comparison: 'matches' }],
  ['==', { comparison: 'same' }],
  ['=~', { comparison: 'same' }],
  ['!=', { comparison: 'same', isNegated: true }],
  ['<>', { comparison: 'same', isNegated: true }],
  ['!~', { comparison: 'same', isNegated: true }],
  ['<', { comparison: 'greater-or-less' }],
  ['<=', { comparison: 'greater-or-less' }],
  ['>', { comparison: 'greater-or-less' }],
  ['>=', { comparison: 'greater-or-less' }],
]);

const words = (text: string): Set<string> => new Set(text.split(/\s+/));

/** Functions that give their field back, or a part of it. */
const FORMS =
  words(`tostring tolower toupper toint tolong todouble toreal tobool todecimal todatetime totimespan toguid trim trim_start trim_end
  parse_json todynamic parse_xml parse_path parse_url parse_command_line parse_urlquery url_decode base64_decode_tostring translate
  extract extract_json extractjson extract_all substring split replace_string replace_regex replace strcat_array reverse column_ifexists
  make_set make_list make_set_if any take_any arg_max arg_min max min set_difference bin startofday endofday startofweek datetime_part
  materialize toscalar tolowercase array_slice array_sort_asc array_concat`);
const MEASURES = words('strlen array_length string_size countof');
const AGGREGATES = words(
  'count dcount sum avg stdev variance percentile hll count_distinct datetime_diff row_number rand',
);

const negated: ConditionFunction = (args) => {
  const tree = conditionsOf(args);
  return tree && args.length === 1 ? notOf(tree) : undefined;
};

const CONDITIONS = new Map<string, ConditionFunction>([
  ['has_any_index', onField('contains')],
  ['has_ipv4', onField('contains')],
  ['has_any_ipv4', onField('contains')],
  ['has_ipv4_prefix', onField('startswith')],
  ['ipv4_is_in_any_range', onField('in-network')],
  ['ipv4_is_in_range', onField('in-network')],
  ['ipv4_is_match', onField('in-network')],
  [
    'ipv4_is_private',
    ([subject], written) => onField('in-network')([...(subject ? [subject] : []), PRIVATE], written),
  ],
  ['ipv6_is_in_range', onField('in-network')],
  ['isempty', onPresence(false)],
  ['isnotempty', onPresence(true)],
  ['isnotnull', onPresence(true)],
  ['isnull', onPresence(false)],
  ['not', negated],
  ['set_has_element', onField('equals')],
]);

/** What `ipv4_is_private` asks for (RFC 1918). */
const PRIVATE: Operand = {
  kind: 'values',
  values: ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16'],
  isList: true,
};

/**
 * Kusto's operators and functions.
 *
 * @param names Variables, columns and tables of the query.
 * @see https://learn.microsoft.com/kusto/query/scalar-data-types/, "String operators", "Scalar functions"
 */
export function kustoDialect(names: Names): Dialect {
  return {
    operators: KUSTO_OPERATORS,
    forms: FORMS,
    measures: MEASURES,
    aggregates: AGGREGATES,
    conditions: CONDITIONS,
    unquoted: unquotedKusto,
    named: (name) => names.get(name) ?? { kind: 'field', name },
    special: (cursor, token) => readSpecial(cursor, token, names),
    trailing: readPath,
  };
}

/** `dynamic([…])`, `datatable(…)[…]`: every literal in them; `* has "x"`: the whole event. */
function readSpecial(cursor: Cursor, { key }: Token, names: Names): Operand | undefined {
  if (key === 'regex') {
    cursor.next();
    return undefined;
  }
  if (key === '*') {
    cursor.next();
    return { kind: 'field', name: '' };
  }
  if (key === 'ingestion_time' && cursor.peek(1).key === '(') {
    cursor.next();
    cursor.skipBrackets();
    return { kind: 'field', name: 'ingestion_time()' };
  }
  if (key === 'dynamic' && cursor.peek(1).key === '(') {
    const from = ++cursor.at;
    cursor.skipBrackets();
    return literals(cursor, from, names);
  }
  if (key === 'datatable' && cursor.peek(1).key === '(') {
    cursor.next();
    cursor.skipBrackets();
    const from = cursor.at;
    if (cursor.is('[')) cursor.skipBrackets();
    return literals(cursor, from, names);
  }
  return undefined;
}

function literals(cursor: Cursor, from: number, names: Names): Operand {
  const values = cursor.tokens.slice(from, cursor.at).flatMap((token) => {
    const text = cursor.textOf(token);
    if (token.kind === 'string') return [unquotedKusto(text)];
    if (token.kind === 'number') return [text];
    const named = names.get(text);
    return named?.kind === 'values' ? named.values : [];
  });
  return { kind: 'values', values, isList: true };
}

/** `.name`, `["name"]`, `[0]` behind a field: a part of it. */
function readPath(cursor: Cursor, operand: Operand): Operand {
  const parts: string[] = [];
  for (;;) {
    if (cursor.is('.') && cursor.peek(1).kind === 'word') {
      cursor.next();
      parts.push(cursor.textOf(cursor.next()));
    } else if (cursor.is('[') || (cursor.is('.') && cursor.peek(1).key === '[')) {
      cursor.take('.');
      const index = cursor.peek(1);
      if (index.kind === 'string') parts.push(unquotedKusto(cursor.textOf(index)));
      cursor.skipBrackets();
    } else break;
  }
  if (operand.kind !== 'field' || parts.length === 0) return operand;
  return { kind: 'field', name: [operand.name, ...parts].join('.') };
}
