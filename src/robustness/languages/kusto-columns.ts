import type { Cursor, Token } from './cursor.ts';
import type { Dialect } from './dialect.ts';
import type { Scope } from './kusto-scope.ts';
import { readOperand } from './operand.ts';

const endsColumn = ({ key }: Token): boolean => key === ',' || key === '|' || key === ';' || key === 'by';

/**
 * `name = expression, …`: a column that passes a field on stands for it, one that counts is a number; any other is a
 * computed value, and a condition on it is not understood.
 */
export function readColumns(cursor: Cursor, scope: Scope, dialect: Dialect): void {
  do {
    const from = cursor.at;
    const names = readNames(cursor);
    const operand = readOperand(cursor, dialect);
    const isWhole =
      operand !== undefined && (cursor.isAtEnd() || cursor.is(')') || endsColumn(cursor.peek()));
    cursor.skipUntil(endsColumn);
    for (const name of names)
      scope.setName(
        name,
        isWhole && names.length === 1
          ? operand
          : { kind: 'derived', why: `the column \`${name}\` the query computes` },
      );
    if (names.length === 0 && operand !== undefined && operand.kind !== 'field' && operand.kind !== 'values')
      scope.setName(defaultName(cursor.written(from)), operand);
    if (cursor.at === from) break;
  } while (cursor.take(','));
}

/** `name =`, or `(one, other) =` of a function that gives several. */
function readNames(cursor: Cursor): string[] {
  const from = cursor.at;
  if (cursor.is('(')) {
    cursor.skipBrackets();
    if (cursor.take('='))
      return cursor.tokens
        .slice(from, cursor.at)
        .filter(({ kind }) => kind === 'word')
        .map((token) => cursor.textOf(token));
    cursor.at = from;
    return [];
  }
  if (cursor.peek(1).key !== '=') return [];
  const name = cursor.textOf(cursor.next());
  cursor.next();
  return [name];
}

/** What Kusto calls a column nobody has named: `count()` is `count_`, `dcount(User)` is `dcount_User`. */
function defaultName(written: string): string {
  const [, called = '', argument = ''] = /^(\w{1,100})\(\s*(\w{0,100})/.exec(written) ?? [];
  return `${called}_${argument}`;
}

/** `new = old, …` */
export function readRenamed(cursor: Cursor, scope: Scope, dialect: Dialect): void {
  do {
    const name = cursor.textOf(cursor.next());
    if (!cursor.take('=')) return;
    const old = cursor.textOf(cursor.next());
    scope.setName(name, dialect.named?.(old) ?? { kind: 'field', name: old });
  } while (cursor.take(','));
}

/** `parse field with "text" name: type …`: the columns are parts of the field. */
export function readParsed(cursor: Cursor, scope: Scope, dialect: Dialect): void {
  while (cursor.peek(1).key === '=') cursor.at += 3;
  const operand = readOperand(cursor, dialect);
  if (!operand || !cursor.take('with')) return;
  for (; !cursor.isAtEnd() && !cursor.is('|', ';', ')'); cursor.next()) {
    const token = cursor.peek();
    if (token.kind === 'word') scope.setName(cursor.textOf(token), operand);
    if (cursor.peek(1).key === ':') cursor.at += 2;
  }
}
