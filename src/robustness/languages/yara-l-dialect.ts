import { yaraLTokens } from '../../detections/formats/yara-l-lexer.ts';
import { onField } from './comparison.ts';
import type { Cursor, Token } from './cursor.ts';
import type { ConditionFunction, Dialect, Operand, Operator } from './dialect.ts';

/** What placeholders (`$ip`) and outcomes (`$risk_score`) stand for. */
export type Variables = Map<string, Operand>;

const OPERATORS = new Map<string, Operator>([
  ['=', { comparison: 'same' }],
  ['!=', { comparison: 'same', isNegated: true }],
  ['<', { comparison: 'greater-or-less' }],
  ['<=', { comparison: 'greater-or-less' }],
  ['>', { comparison: 'greater-or-less' }],
  ['>=', { comparison: 'greater-or-less' }],
  ['in', { comparison: 'equals' }],
]);

/** Functions that give their field back, or a part of it. */
const FORMS = new Set(
  `strings.to_lower strings.to_upper strings.trim strings.ltrim strings.rtrim strings.url_decode strings.base64_decode strings.from_base64
  strings.substr strings.reverse strings.split strings.from_hex strings.extract_domain strings.extract_hostname
  re.capture re.replace re.capture_all cast.as_string cast.as_int array_distinct array max min earliest latest`.split(
    /\s+/,
  ),
);
const MEASURES = new Set(['arrays.length', 'arrays.size', 'strings.count_substrings']);
const AGGREGATES = new Set([
  'count',
  'count_distinct',
  'sum',
  'avg',
  'stddev',
  'window.avg',
  'window.stddev',
]);

const CONDITIONS = new Map<string, ConditionFunction>([
  ['arrays.contains', onField('equals')],
  ['net.ip_in_range_cidr', onField('in-network')],
  ['re.regex', onField('matches')],
  ['strings.contains', onField('contains')],
  ['strings.ends_with', onField('endswith')],
  ['strings.starts_with', onField('startswith')],
]);

/** Google's functions and operators; `nocase` behind a value changes nothing of what is compared. */
export function yaraLDialect(variables: Variables): Dialect {
  return {
    operators: OPERATORS,
    forms: FORMS,
    measures: MEASURES,
    aggregates: AGGREGATES,
    conditions: CONDITIONS,
    unquoted: unquotedYaraL,
    named: (name) => {
      if (name.startsWith('%')) return { kind: 'values', values: [name], isList: true };
      if (!isPlaceholder(name)) return { kind: 'field', name };
      return variables.get(name) ?? { kind: 'derived', why: `the variable \`${name}\`` };
    },
    special: (cursor, token) => {
      if (cursor.at > 0 && cursor.is('regex', 'cidr') && cursor.peek(1).key.startsWith('%')) cursor.next();
      const text = token.kind === 'string' ? cursor.textOf(token) : '';
      if (!text.startsWith('/')) return undefined;
      cursor.next();
      return { kind: 'values', values: [unquotedYaraL(text)], isPattern: true };
    },
    trailing: (cursor, operand) => {
      const whole = readPath(cursor, operand);
      cursor.take('nocase');
      return whole;
    },
  };
}

/** `$name`, which stands for a value; `$event.field` is a field. */
export function isPlaceholder(name: string): boolean {
  return name.startsWith('$') && !name.includes('.');
}

function unquotedYaraL(written: string): string {
  const text = written.slice(1, -1);
  if (written.startsWith('`')) return text;
  return written.startsWith('/') ? text.replaceAll('\\/', '/') : text.replace(/\\(["\\])/g, '$1');
}

/** `["key"]`, `[0]`, `.name` behind a field: a part of it. */
function readPath(cursor: Cursor, operand: Operand): Operand {
  const parts: string[] = [];
  for (;;) {
    if (cursor.is('[')) {
      const index = cursor.peek(1);
      if (index.kind === 'string') parts.push(unquotedYaraL(cursor.textOf(index)));
      cursor.skipBrackets();
    } else if (cursor.is('.') && cursor.peek(1).kind === 'word') {
      cursor.next();
      parts.push(cursor.textOf(cursor.next()));
    } else break;
  }
  if (operand.kind !== 'field' || parts.length === 0) return operand;
  return { kind: 'field', name: [operand.name, ...parts].join('.') };
}

/** The tokens of a rule, operators of two characters as one. */
export function yaraLQueryTokens(text: string): Token[] {
  const tokens: Token[] = [];
  for (const { kind, start, end } of yaraLTokens(text)) {
    const last = tokens.at(-1);
    const isString = kind === 'string' || kind === 'regex';
    const key = isString ? '' : text.slice(start, end).toLowerCase();
    if (key === '=' && last?.end === start && /^[!<>]$/.test(last.key)) {
      last.key += '=';
      last.end = end;
    } else tokens.push({ kind: kind === 'regex' ? 'string' : kind, key, start, end });
  }
  return tokens;
}
