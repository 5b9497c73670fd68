import type { QueryTree } from '../query-tree.ts';
import { readComparison } from './comparison.ts';
import { Cursor, type Lexicon, LONGEST_QUERY, type Token, tokensOf } from './cursor.ts';
import type { Dialect, Operand } from './dialect.ts';
import { type Columns, ESQL_OPERATORS, esqlDialect } from './esql-dialect.ts';
import { type Logic, readLogic } from './logic.ts';
import { readOperand } from './operand.ts';
import { allOf, NOTHING, opaque, predicate } from './tree.ts';

const LEXICON: Lexicon = {
  skip: /(?:\s|\/\/[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?)*/y,
  token:
    /("""(?:[^"]|"(?!""))*"""|"[^"\\\n]*(?:\\.[^"\\\n]*)*")|((?:[A-Za-z_@][\w@]*|`[^`\n]*`)(?:\.(?:[\w@]+|`[^`\n]*`))*)|(\d[\d.]*[a-z]*)|[=!<>]=|::|"""[^]*|"[^\n]*|[^]/y,
};

const PATTERN_NAME = /\(\?<([\w.@]{1,200})>|%\{(?:[^:}]{1,200}:)?[+?&*]?([\w.@]{1,200})/g;
const MODEL: Operand = { kind: 'derived', why: 'what a language model answers' };

/**
 * A query of Elastic's piped language: what `from` and every `where` ask for. A column of `eval`, `stats`, `grok` or
 * `dissect` is followed back to its field where it only passes it on, and is a threshold where it counts; any other is
 * opaque where a later `where` asks for it.
 *
 * @see https://www.elastic.co/docs/reference/query-languages/esql
 */
export function parseEsql(query: string): QueryTree {
  if (query.length > LONGEST_QUERY) return opaque('a query too long to be read', query);
  const cursor = new Cursor(query, tokensOf(query, LEXICON));
  const columns: Columns = new Map();
  const dialect = esqlDialect(columns);
  const of: QueryTree[] = [];
  while (!cursor.isAtEnd()) {
    const from = cursor.at;
    of.push(readCommand(cursor, dialect, columns));
    cursor.skipUntil(({ key }) => key === '|');
    if (!cursor.take('|') && !cursor.isAtEnd()) return opaque('a query that cannot be read', query);
    if (cursor.at === from) break;
  }
  const tree = allOf(of);
  return tree.kind === 'all' && tree.of.length === 0 ? opaque('a query without conditions', query) : tree;
}

function readCommand(cursor: Cursor, dialect: Dialect, columns: Columns): QueryTree {
  const from = cursor.at;
  const { key } = cursor.next();
  switch (key) {
    case 'from':
    case 'ts':
      cursor.skipUntil((token) => token.key === '|' || token.key === 'metadata');
      return predicate('index', 'equals', indexes(cursor.written(from + 1)), cursor.written(from));
    case 'where':
      return readWhere(cursor, dialect);
    case 'eval':
      readColumns(cursor, dialect, columns);
      return NOTHING;
    case 'stats':
    case 'inlinestats':
      readColumns(cursor, dialect, columns);
      if (cursor.take('by')) readColumns(cursor, dialect, columns);
      return NOTHING;
    case 'grok':
    case 'dissect':
      readPattern(cursor, dialect, columns, key);
      return NOTHING;
    case 'completion':
      if (cursor.peek(1).key === '=') columns.set(cursor.textOf(cursor.peek()), MODEL);
      else columns.set('completion', MODEL);
      return NOTHING;
    case 'rename':
      readRenames(cursor, dialect, columns);
      return NOTHING;
    case 'fork':
      cursor.skipUntil((token) => token.key === '|');
      return opaque('what `fork` splits', cursor.written(from));
    default:
      return NOTHING;
  }
}

function indexes(written: string): string[] {
  return written.split(',').map((name) => name.replace(/^[\s"]+|(?<![\s"])[\s"]+$/g, ''));
}

function readWhere(cursor: Cursor, dialect: Dialect): QueryTree {
  const from = cursor.at;
  const logic: Logic = {
    and: (inner) => inner.take('and'),
    or: (inner) => inner.take('or'),
    not: (inner) => inner.take('not'),
    condition: (inner) => readComparison(inner, dialect, logic),
    isValue: (inner) => ESQL_OPERATORS.has(inner.peek().key) || inner.is('+', '-', '*', '/', '%', '::', 'is'),
  };
  const tree = readLogic(cursor, logic);
  if (cursor.isAtEnd() || cursor.is('|')) return tree;
  cursor.skipUntil(({ key }) => key === '|');
  return opaque('a `where` that cannot be read', cursor.written(from));
}

const endsColumn = ({ key }: Token): boolean => key === ',' || key === '|' || key === 'by' || key === 'where';

/** `name = expression, …`; one without a name is called what it says. */
function readColumns(cursor: Cursor, dialect: Dialect, columns: Columns): void {
  do {
    const from = cursor.at;
    const isNamed = cursor.peek(1).key === '=';
    const name = isNamed ? cursor.textOf(cursor.next()).replaceAll('`', '') : '';
    cursor.take('=');
    const operand = readOperand(cursor, dialect);
    const isWhole =
      operand !== undefined && (cursor.isAtEnd() || endsColumn(cursor.peek())) && !cursor.is('where');
    cursor.skipUntil(endsColumn);
    // Of `count(*) where a == "b"`, what is counted depends on a condition.
    if (cursor.take('where')) cursor.skipUntil((token) => endsColumn(token) && token.key !== 'where');
    const column = isNamed ? name : cursor.written(from);
    if (isNamed || operand?.kind !== 'field')
      columns.set(
        column,
        isWhole ? operand : { kind: 'derived', why: `the column \`${column}\` the query computes` },
      );
  } while (cursor.take(','));
}

/** Columns that are parts of one field stand for it. */
function readPattern(cursor: Cursor, dialect: Dialect, columns: Columns, command: string): void {
  const from = cursor.at;
  const subject = readOperand(cursor, dialect);
  cursor.skipUntil(({ key }) => key === '|');
  for (const match of cursor.written(from).matchAll(PATTERN_NAME)) {
    const name = match[1] ?? match[2] ?? '';
    columns.set(
      name,
      subject ?? { kind: 'derived', why: `the column \`${name}\` that \`${command}\` cuts out` },
    );
  }
}

/** `a as b`; `b = a` in newer versions. */
function readRenames(cursor: Cursor, dialect: Dialect, columns: Columns): void {
  do {
    const [first, sign, second] = [cursor.next(), cursor.next(), cursor.next()];
    const [one, other] = [first, second].map((token) => cursor.textOf(token).replaceAll('`', ''));
    if (one === undefined || other === undefined) return;
    const [old, name] = sign.key === '=' ? [other, one] : [one, other];
    const meaning = dialect.named?.(old);
    if (meaning) columns.set(name, meaning);
  } while (cursor.take(','));
}
