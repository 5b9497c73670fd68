import type { QueryTree } from '../query-tree.ts';
import { Cursor, type Lexicon, LONGEST_QUERY, tokensOf } from './cursor.ts';
import { type Logic, readGroup, readLogic } from './logic.ts';
import { opaque, predicate } from './tree.ts';
import { isNetwork } from './values.ts';

const LEXICON: Lexicon = {
  skip: /\s*/y,
  token:
    /("[^"\\]*(?:\\[^][^"\\]*)*")|((?:[^\s"\\():[\]{}+!&|^~<>=/-]|\\[^])(?:[^\s"\\():[\]{}^~]|\\[^])*)|((?!))|\/[^/\\\n]*(?:\\.[^/\\\n]*)*\/|&&|\|\||[<>]=|"[^]*|[^]/y,
};

const NUMBERS = ['<', '<=', '>', '>='];

/**
 * A query of Lucene's classic syntax, as Elastic takes it: words side by side are alternatives, `+` asks for one and
 * `-` excludes it. AND, OR and NOT are words only in capitals.
 *
 * @see https://www.elastic.co/docs/reference/query-languages/query-dsl/query-dsl-query-string-query
 */
export function parseLucene(query: string): QueryTree {
  if (query.length > LONGEST_QUERY) return opaque('a query too long to be read', query);
  const cursor = new Cursor(query, tokensOf(query, LEXICON));
  const tree = readLogic(cursor, LOGIC);
  return cursor.isAtEnd() ? tree : opaque('a query that cannot be read to its end', query);
}

function takeCapitals(cursor: Cursor, word: string, sign: string): boolean {
  const token = cursor.peek();
  const isWord = token.kind === 'word' && cursor.textOf(token) === word;
  if (!isWord && token.key !== sign) return false;
  cursor.next();
  return true;
}

const JOINTS: Pick<Logic, 'and' | 'or' | 'not' | 'adjacent'> = {
  // What is asked for or excluded by a sign is no alternative to what stands before it.
  and: (cursor) => takeCapitals(cursor, 'AND', '&&') || isSigned(cursor),
  or: (cursor) => takeCapitals(cursor, 'OR', '||'),
  not: (cursor) => {
    cursor.take('+');
    return takeCapitals(cursor, 'NOT', '!') || cursor.take('-');
  },
  adjacent: 'any',
};

function isSigned(cursor: Cursor): boolean {
  const token = cursor.peek();
  return cursor.is('+', '-', '!') || (token.kind === 'word' && cursor.textOf(token) === 'NOT');
}

const LOGIC: Logic = { ...JOINTS, condition: (cursor, depth) => readCondition(cursor, depth) };

function readCondition(cursor: Cursor, depth: number): QueryTree {
  const from = cursor.at;
  if (cursor.peek(1).key !== ':') return readValue(cursor, '', from, '');
  const name = nameOf(cursor.textOf(cursor.next()));
  cursor.next();
  if (name === '_exists_') {
    const field = nameOf(cursor.textOf(cursor.next()));
    return predicate(field, 'exists', [], cursor.written(from));
  }
  const lead = cursor.written(from);
  if (!cursor.is('(')) return readValue(cursor, name, from, '');
  return readGroup(
    cursor,
    { ...JOINTS, condition: (inner) => readValue(inner, name, inner.at, lead) },
    depth,
  );
}

function readValue(cursor: Cursor, field: string, from: number, lead: string): QueryTree {
  const token = cursor.next();
  const written = (): string => `${lead}${cursor.written(from)}`;
  if (token.key === '[' || token.key === '{') return readRange(cursor, field, from);
  if (NUMBERS.includes(token.key))
    return predicate(field, 'greater-or-less', [cursor.textOf(cursor.next())], written());
  const text = cursor.textOf(token);
  // `^2` weighs a condition, `~2` forgives typing errors.
  while (cursor.take('^', '~')) if (/^[\d.]+$/.test(cursor.peek().key)) cursor.next();
  if (token.kind === 'string') return ofValue(field, text.slice(1, -1).replace(/\\([^])/g, '$1'), written());
  if (token.kind === 'word')
    return text === '*' && field !== ''
      ? predicate(field, 'exists', [], written())
      : ofValue(field, nameOf(text), written());
  if (text.length > 2 && text.startsWith('/') && text.endsWith('/'))
    return predicate(field, 'matches', [text.slice(1, -1)], written());
  return opaque('a condition that cannot be read', written());
}

function ofValue(field: string, value: string, written: string): QueryTree {
  if (field === '') return predicate('', 'keyword', [value], written);
  return predicate(field, isNetwork(value) ? 'in-network' : 'equals', [value], written);
}

/** `[1 TO 5]`, `{a TO *}`. */
function readRange(cursor: Cursor, field: string, from: number): QueryTree {
  const values: string[] = [];
  while (!cursor.isAtEnd() && !cursor.is(']', '}')) {
    const token = cursor.next();
    if (token.kind === 'word' && token.key !== 'to') values.push(cursor.textOf(token));
  }
  cursor.next();
  return predicate(field, 'greater-or-less', values, cursor.written(from));
}

function nameOf(text: string): string {
  return text.replace(/\\([^])/g, '$1');
}
