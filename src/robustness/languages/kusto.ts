import type { QueryTree } from '../query-tree.ts';
import { Cursor, LONGEST_QUERY } from './cursor.ts';
import { kustoDialect } from './kusto-dialect.ts';
import { readPipeline } from './kusto-pipeline.ts';
import { Scope } from './kusto-scope.ts';
import { kustoTokens } from './kusto-tokens.ts';
import { readOperand } from './operand.ts';
import { anyOf, opaque } from './tree.ts';

/**
 * Queries of Kusto, the language of Microsoft Sentinel and Defender. What every `where` asks for holds for all, both
 * sides of an inner join too; tables of a union are alternatives, and so are several queries in one text. Lists and
 * tables a `let` names are put where they are used; a list that cannot be seen stands as its name.
 *
 * @see https://learn.microsoft.com/kusto/query/
 */
export function parseKusto(query: string): QueryTree {
  if (query.length > LONGEST_QUERY) return opaque('a query too long to be read', query);
  const cursor = new Cursor(query, kustoTokens(query));
  const trees = readStatements(cursor, new Scope());
  const different = new Map(trees.map((tree) => [sameness(tree), tree]));
  return different.size === 0 ? opaque('no query', query) : anyOf([...different.values()]);
}

/** The time column is called differently in Sentinel and in Defender. */
function sameness(tree: QueryTree): string {
  return JSON.stringify(tree).replaceAll('TimeGenerated', 'Timestamp');
}

function readStatements(cursor: Cursor, scope: Scope): QueryTree[] {
  const trees: QueryTree[] = [];
  while (!cursor.isAtEnd() && !cursor.is('}')) {
    const from = cursor.at;
    if (cursor.take('let')) readLet(cursor, scope);
    else if (!cursor.is(';', 'set', 'declare', 'alias', 'restrict', 'pattern'))
      trees.push(readPipeline(cursor, scope));
    cursor.skipUntil(({ key }) => key === ';');
    cursor.take(';');
    if (cursor.at === from) cursor.next();
  }
  return trees;
}

/** `let name = value`, `= table | …` or `= (argument: type) { … }`. */
function readLet(cursor: Cursor, scope: Scope): void {
  const name = cursor.textOf(cursor.next());
  if (!cursor.take('=')) return;
  const from = cursor.at;
  cursor.take('view');
  if (cursor.is('(')) {
    cursor.skipBrackets();
    if (cursor.is('{')) {
      scope.setTable(name, readFunction(cursor, scope, from));
      return;
    }
    cursor.at = from;
  }
  const operand = readOperand(cursor, kustoDialect(scope));
  const isScalar =
    operand !== undefined && operand.kind !== 'field' && (cursor.isAtEnd() || cursor.is(';', '}'));
  if (isScalar) {
    // A variable is computed before any row is read: whatever it is, it is a value.
    scope.setName(
      name,
      operand.kind === 'values' ? operand : { kind: 'values', values: [name], isList: true },
    );
    return;
  }
  cursor.at = from;
  scope.setTable(name, readPipeline(cursor, scope));
}

/** A function is read as if called once; what it is given is known by its name alone. */
function readFunction(cursor: Cursor, scope: Scope, from: number): QueryTree {
  const inner = scope.within();
  for (const [index, token] of cursor.tokens.slice(from, cursor.at).entries()) {
    const name = cursor.textOf(token);
    if (cursor.tokens[from + index + 1]?.key === ':') inner.setName(name, { kind: 'values', values: [name] });
  }
  cursor.next();
  const trees = inner.isTooDeep ? [] : readStatements(cursor, inner);
  cursor.skipUntil(() => false);
  cursor.take('}');
  return trees.at(-1) ?? opaque('a function without a query', cursor.written(from));
}
