import type { Comparison, QueryTree } from '../query-tree.ts';
import { Cursor, type Lexicon, LONGEST_QUERY, type Token, tokensOf } from './cursor.ts';
import { type Logic, readGroup, readLogic } from './logic.ts';
import { opaque, predicate } from './tree.ts';
import { isNetwork } from './values.ts';

/** Words are cut at space and at what the language uses itself; a backslash takes any character into the word. */
const LEXICON: Lexicon = {
  skip: /\s*/y,
  token: /("[^"\\]*(?:\\[^][^"\\]*)*")|((?:[^\s"\\():<>{}]|\\[^])+)|((?!))|[<>]=|"[^]*|[^]/y,
};

const NUMBERS = ['<', '<=', '>', '>='];

/**
 * A query of Kibana's query language: `field: (a or "b c") and not other: *`. Wildcards stay in the values.
 *
 * @see https://www.elastic.co/docs/explore-analyze/query-filter/languages/kql
 */
export function parseKuery(query: string): QueryTree {
  if (query.length > LONGEST_QUERY) return opaque('a query too long to be read', query);
  const cursor = new Cursor(query, tokensOf(query, LEXICON));
  const tree = readLogic(cursor, within(''));
  return cursor.isAtEnd() ? tree : opaque('a query that cannot be read to its end', query);
}

/** @param prefix Of the fields of nested documents (`items: { name: a }`), with its dot. */
function within(prefix: string): Logic {
  return {
    and: (cursor) => cursor.take('and'),
    or: (cursor) => cursor.take('or'),
    not: (cursor) => cursor.take('not'),
    condition: (cursor, depth) => readCondition(cursor, prefix, depth),
  };
}

function readCondition(cursor: Cursor, prefix: string, depth: number): QueryTree {
  const from = cursor.at;
  const name = readText(cursor);
  if (name === undefined) {
    cursor.next();
    return opaque('a condition that cannot be read', cursor.written(from));
  }
  const field = `${prefix}${name}`;
  if (cursor.take(...NUMBERS)) {
    const value = readText(cursor) ?? '';
    return predicate(field, 'greater-or-less', [value], cursor.written(from));
  }
  if (!cursor.take(':')) return predicate('', 'keyword', [name], cursor.written(from));
  if (cursor.is('{')) return readNested(cursor, `${field}.`, depth);
  if (!cursor.is('(')) return readValue(cursor, field, from);
  return readGroup(cursor, valuesOf(field, cursor.written(from)), depth);
}

/** What may stand in the parentheses behind a field: values, each a condition of that field. */
function valuesOf(field: string, lead: string): Logic {
  return {
    ...within(''),
    condition: (cursor) => readValue(cursor, field, cursor.at, lead),
  };
}

function readValue(cursor: Cursor, field: string, from: number, lead = ''): QueryTree {
  const isQuoted = cursor.peek().kind === 'string';
  const value = readText(cursor);
  const written = `${lead}${cursor.written(from)}`;
  if (value === undefined) {
    if (!cursor.is(')', '}')) cursor.next();
    return opaque('a value that cannot be read', cursor.written(from));
  }
  if (value === '*' && !isQuoted) return predicate(field, 'exists', [], written);
  return predicate(field, comparisonOf(value), [value], written);
}

function comparisonOf(value: string): Comparison {
  return isNetwork(value) ? 'in-network' : 'equals';
}

const JOINTS = new Set(['and', 'or', 'not']);

/** A quoted text, or words side by side, which are one text. */
function readText(cursor: Cursor): string | undefined {
  const first = cursor.peek();
  if (first.kind === 'string') {
    cursor.next();
    const text = cursor.textOf(first).slice(1, -1);
    return text.includes('\\') ? text.replace(/\\(["\\])/g, '$1') : text;
  }
  const from = cursor.at;
  while (isText(cursor.peek())) cursor.next();
  if (cursor.at === from) return undefined;
  const text = cursor.written(from);
  return text.includes('\\') ? text.replace(/\\([^\w\s])/g, '$1') : text;
}

function isText({ kind, key }: Token): boolean {
  return kind === 'word' && !JOINTS.has(key);
}

function readNested(cursor: Cursor, prefix: string, depth: number): QueryTree {
  const from = cursor.at;
  if (depth > 10) {
    cursor.skipBrackets();
    return opaque('documents nested too deep', cursor.written(from));
  }
  cursor.next();
  const tree = readLogic(cursor, within(prefix), depth + 1);
  if (cursor.take('}')) return tree;
  cursor.skipUntil(() => false);
  cursor.next();
  return opaque('a part that cannot be read', cursor.written(from));
}
