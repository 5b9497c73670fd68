import type { QueryTree } from '../query-tree.ts';
import type { Cursor, Lexicon, Token } from './cursor.ts';
import type { Operand } from './dialect.ts';
import { type Logic, readLogic } from './logic.ts';
import { splMacro } from './spl-macros.ts';
import { notOf, opaque, predicate } from './tree.ts';
import { isNetwork } from './values.ts';

/** Words end at what separates conditions and commands; comments stand in three backticks. */
export const SPL_LEXICON: Lexicon = {
  skip: /(?:\s|```(?:[^`]|`(?!``))*```)*/y,
  token:
    /("[^"\\]*(?:\\[^][^"\\]*)*")|((?:[^\s"`'()[\],|=<>!\\]|\\[^"])+)|((?!))|'[^'\n]*'|`[^`]*`|[=!<>]=|"[^]*|[^]/y,
};

/** What the columns a search has made stand for. */
export type Columns = Map<string, Operand>;

const COMPARISONS = ['=', '==', '!=', '<', '<=', '>', '>='];
const ENDS_VALUE = new Set(['(', ')', '[', ']', '|', ',', '']);

/**
 * The conditions of `search`, and of the `where` of `tstats`: side by side all are needed, and OR binds closer than
 * AND.
 *
 * @param ends Whether the conditions end with the token that comes next.
 * @see https://help.splunk.com, "Search Reference", search
 */
export function readSearch(cursor: Cursor, columns: Columns, ends: (cursor: Cursor) => boolean): QueryTree {
  const first = cursor.at;
  const logic: Logic = {
    and: (inner) => takeCapitals(inner, 'AND'),
    or: (inner) => takeCapitals(inner, 'OR'),
    not: (inner) => takeCapitals(inner, 'NOT'),
    condition: (inner) => readCondition(inner, columns, inner.at === first),
    adjacent: 'all',
    orBindsCloser: true,
    ends: (inner) => inner.is('|', ']') || ends(inner),
  };
  return readLogic(cursor, logic);
}

export function takeCapitals(cursor: Cursor, word: string): boolean {
  const token = cursor.peek();
  if (token.kind !== 'word' || cursor.textOf(token) !== word) return false;
  cursor.next();
  return true;
}

function readCondition(cursor: Cursor, columns: Columns, isFirst: boolean): QueryTree {
  const from = cursor.at;
  const token = cursor.peek();
  const text = cursor.textOf(token);
  if (text.startsWith('`')) {
    cursor.next();
    return splMacro(text, isFirst);
  }
  if (token.key === '[') {
    cursor.skipBrackets();
    return opaque('a search within the search', cursor.written(from));
  }
  const isList = cursor.peek(1).key === 'in' && cursor.peek(2).key === '(';
  if (!isList && !COMPARISONS.includes(cursor.peek(1).key)) {
    const word = readValue(cursor);
    if (word === undefined) cursor.next();
    return word === undefined
      ? opaque('a condition that cannot be read', cursor.written(from))
      : predicate('', 'keyword', [word], cursor.written(from));
  }
  cursor.next();
  const operator = cursor.next().key;
  const values = isList ? readValues(cursor) : [readValue(cursor) ?? ''];
  const tree = compared(columns, splText(text), operator, values, cursor.written(from));
  return operator === '!=' ? notOf(tree) : tree;
}

function compared(
  columns: Columns,
  name: string,
  operator: string,
  values: string[],
  written: string,
): QueryTree {
  const operand: Operand = columns.get(name) ?? { kind: 'field', name };
  if (operand.kind === 'measure') return predicate(operand.field, 'greater-or-less', values, written);
  if (operand.kind !== 'field')
    return opaque(operand.kind === 'derived' ? operand.why : 'a computed value', written);
  const field = operand.name;
  if (values.length === 1 && values[0] === '*') return predicate(field, 'exists', [], written);
  if (/^[<>]/.test(operator)) return predicate(field, 'greater-or-less', values, written);
  return predicate(field, values.some(isNetwork) ? 'in-network' : 'equals', values, written);
}

function readValues(cursor: Cursor): string[] {
  const values: string[] = [];
  cursor.take('(');
  while (!cursor.isAtEnd() && !cursor.is(')', '|', ']')) {
    const value = readValue(cursor);
    if (value === undefined) cursor.next();
    else values.push(value);
  }
  cursor.take(')');
  return values;
}

/** Everything up to the next space, comma or bracket: a value may hold the signs of the language. */
function readValue(cursor: Cursor): string | undefined {
  const from = cursor.at;
  let last: Token | undefined;
  for (;;) {
    const token = cursor.peek();
    const isPart = token.kind === 'string' || !ENDS_VALUE.has(token.key);
    if (!isPart || (last && token.start !== last.end)) break;
    last = cursor.next();
  }
  return last && splText(cursor.written(from));
}

/** Without its quotes; a backslash escapes a quote or another backslash. */
export function splText(written: string): string {
  const isQuoted = written.length > 1 && /^(["'])[^]*\1$/.test(written);
  return (isQuoted ? written.slice(1, -1) : written).replace(/\\([\\"])/g, '$1');
}
