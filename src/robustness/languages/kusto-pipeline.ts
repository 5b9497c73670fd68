import type { QueryTree } from '../query-tree.ts';
import { readComparison } from './comparison.ts';
import type { Cursor, Token } from './cursor.ts';
import type { Dialect } from './dialect.ts';
import { KUSTO_OPERATORS, kustoDialect } from './kusto-dialect.ts';
import { readColumns, readParsed, readRenamed } from './kusto-columns.ts';
import type { Scope } from './kusto-scope.ts';
import { unquotedKusto } from './kusto-tokens.ts';
import { type Logic, readLogic } from './logic.ts';
import { NO_STEP, type Step, Steps } from './steps.ts';
import { anyOf, NOTHING, notOf, opaque, predicate } from './tree.ts';

const endsOperator = ({ key }: Token): boolean => key === '|' || key === ';';

/** A table and what is done to it, up to a `;` or a closing bracket. */
export function readPipeline(cursor: Cursor, outer: Scope): QueryTree {
  const from = cursor.at;
  const scope = outer.within();
  if (scope.isTooDeep) {
    cursor.skipUntil(({ key }) => key === ';');
    return opaque('tables nested too deep', cursor.written(from));
  }
  const dialect = kustoDialect(scope);
  cursor.take('|');
  const steps = new Steps(readSource(cursor, scope, dialect));
  for (;;) {
    cursor.skipUntil(endsOperator);
    if (!cursor.take('|')) return steps.tree;
    steps.add(readOperator(cursor, scope, dialect));
  }
}

function readSource(cursor: Cursor, scope: Scope, dialect: Dialect): QueryTree {
  const from = cursor.at;
  const token = cursor.peek();
  switch (token.key) {
    case '(':
      return readTable(cursor, scope);
    case 'union':
      cursor.next();
      return anyOf(readTables(cursor, scope));
    case 'search':
    case 'find':
      cursor.next();
      return readSearch(cursor, dialect);
    case 'externaldata':
    case 'datatable':
    case 'print':
    case 'range':
    case 'evaluate':
      cursor.skipUntil(endsOperator);
      return opaque(`what \`${token.key}\` gives`, cursor.written(from));
    case 'materialize':
    case 'toscalar':
      cursor.next();
      return readTable(cursor, scope);
    default:
      return token.kind === 'word'
        ? readNamed(cursor, scope)
        : opaque('a table that cannot be read', cursor.textOf(cursor.next()));
  }
}

/** A table in parentheses, or its name. */
function readTable(cursor: Cursor, scope: Scope): QueryTree {
  if (!cursor.is('(')) return readNamed(cursor, scope);
  cursor.next();
  const tree = readPipeline(cursor, scope);
  cursor.skipUntil(() => false);
  cursor.take(')');
  return tree;
}

/** `Name`, `Device*`, `parser(…)`, `workspace("…").Name`. */
function readNamed(cursor: Cursor, scope: Scope): QueryTree {
  const from = cursor.at;
  let name = cursor.textOf(cursor.next());
  const known = scope.table(name);
  for (;;) {
    if (cursor.is('(')) cursor.skipBrackets();
    else if (cursor.is('.') && cursor.peek(1).kind === 'word') {
      cursor.next();
      name = cursor.textOf(cursor.next());
    } else break;
  }
  if (cursor.take('*')) name += '*';
  return known ?? predicate('$table', 'equals', [name], cursor.written(from));
}

/** Options (`kind=outer`), then tables parted by commas. */
function readTables(cursor: Cursor, scope: Scope): QueryTree[] {
  const of: QueryTree[] = [];
  while (cursor.peek(1).key === '=') cursor.at += 3;
  do {
    const from = cursor.at;
    of.push(readTable(cursor, scope));
    if (cursor.at === from) break;
  } while (cursor.take(','));
  return of;
}

/** `search in (Tables) "text"`, `find where …`. */
function readSearch(cursor: Cursor, dialect: Dialect): QueryTree {
  if (cursor.take('in')) cursor.skipBrackets();
  cursor.take('where');
  return readCondition(cursor, dialect, (inner) => {
    const token = inner.peek();
    if (token.kind !== 'string') return undefined;
    inner.next();
    return predicate('', 'keyword', [unquotedKusto(inner.textOf(token))], inner.textOf(token));
  });
}

function readCondition(
  cursor: Cursor,
  dialect: Dialect,
  special?: (cursor: Cursor) => QueryTree | undefined,
): QueryTree {
  const from = cursor.at;
  const logic: Logic = {
    and: (inner) => inner.take('and'),
    or: (inner) => inner.take('or'),
    // `not(…)` is a function like any other; read here, it may hold AND and OR.
    not: (inner) => inner.take('not'),
    condition: (inner) => special?.(inner) ?? readComparison(inner, dialect, logic),
    isValue: (inner) => KUSTO_OPERATORS.has(inner.peek().key) || inner.is('+', '-', '*', '/', '%', '.', '['),
  };
  const tree = readLogic(cursor, logic);
  if (cursor.isAtEnd() || cursor.is('|', ';', ')', '}')) return tree;
  cursor.skipUntil(endsOperator);
  return opaque('a `where` that cannot be read', cursor.written(from));
}

function readOperator(cursor: Cursor, scope: Scope, dialect: Dialect): Step {
  const from = cursor.at;
  let { key } = cursor.next();
  while (cursor.take('-')) key += `-${cursor.next().key}`;
  switch (key) {
    case 'where':
    case 'filter':
      return { and: readCondition(cursor, dialect) };
    case 'search':
      return { and: readSearch(cursor, dialect) };
    case 'extend':
    case 'project':
    case 'mv-expand':
    case 'mvexpand':
    case 'distinct':
    case 'project-keep':
      readColumns(cursor, scope, dialect);
      return NO_STEP;
    case 'summarize':
    case 'make-series':
      readColumns(cursor, scope, dialect);
      if (cursor.take('by')) readColumns(cursor, scope, dialect);
      return NO_STEP;
    case 'project-rename':
      readRenamed(cursor, scope, dialect);
      return NO_STEP;
    case 'parse':
    case 'parse-where':
      readParsed(cursor, scope, dialect);
      return NO_STEP;
    case 'join':
    case 'lookup':
      return { and: readJoined(cursor, scope, key) };
    case 'union':
      return { or: readTables(cursor, scope) };
    case 'fork':
    case 'facet':
    case 'graph-match':
    case 'mv-apply':
    case 'partition':
    case 'scan':
      cursor.skipUntil(endsOperator);
      return { and: opaque(`what \`${key}\` keeps`, cursor.written(from)) };
    default:
      return NO_STEP;
  }
}

/** The other side of a join. Where its rows are not needed (outer joins), it asks for nothing. */
function readJoined(cursor: Cursor, scope: Scope, operator: string): QueryTree {
  let kind = operator === 'lookup' ? 'leftouter' : 'innerunique';
  while (cursor.peek(1).key === '=' || cursor.peek(1).key === '.') {
    const option = cursor.next().key;
    while (cursor.take('.')) cursor.next();
    cursor.take('=');
    const value = cursor.next().key;
    if (option === 'kind') kind = value;
  }
  const tree = readTable(cursor, scope);
  if (kind.includes('anti')) return notOf(tree);
  return kind.includes('outer') ? NOTHING : tree;
}
