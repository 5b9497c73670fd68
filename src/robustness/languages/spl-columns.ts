import type { Cursor, Token } from './cursor.ts';
import type { Dialect, Operand } from './dialect.ts';
import { readOperand } from './operand.ts';
import { type Columns, splText } from './spl-search.ts';

const endsCommand = ({ key }: Token): boolean => key === '|';
const endsExpression = ({ key }: Token): boolean => key === ',' || key === '|';

/** `eval name = expression, …` */
export function readEvaluated(cursor: Cursor, columns: Columns, dialect: Dialect): void {
  do {
    const name = splText(cursor.textOf(cursor.next()));
    if (!cursor.take('=')) return;
    const operand = readOperand(cursor, dialect);
    const isWhole = operand !== undefined && (cursor.isAtEnd() || cursor.is(',', '|', ']'));
    cursor.skipUntil(endsExpression);
    columns.set(
      name,
      isWhole ? operand : { kind: 'derived', why: `the column \`${name}\` that \`eval\` computes` },
    );
  } while (cursor.take(','));
}

/** `count(x) as name sum(y) … by z`: what counts is a number, what lists values stands for the field they are of. */
export function readAggregated(cursor: Cursor, columns: Columns, dialect: Dialect): void {
  let operand: Operand | undefined;
  while (!cursor.isAtEnd() && !cursor.is('|', ']', 'by', 'where', 'from')) {
    const token = cursor.peek();
    if (cursor.take('as')) {
      const name = splText(cursor.textOf(cursor.next()));
      if (operand) columns.set(name, operand);
      operand = undefined;
    } else if (token.kind === 'word' && cursor.peek(1).key === '(') {
      operand = readOperand(cursor, dialect);
    } else if (token.key === 'count' && cursor.peek(1).key !== '=') {
      cursor.next();
      operand = { kind: 'measure', field: 'count' };
      columns.set('count', operand);
    } else cursor.next();
  }
}

/** `rename old as new, …`: a name with a star in it stands for many and is left. */
export function readRenamed(cursor: Cursor, columns: Columns): void {
  while (!cursor.isAtEnd() && !cursor.is('|', ']')) {
    const old = splText(cursor.textOf(cursor.next()));
    if (!cursor.take('as')) continue;
    const name = splText(cursor.textOf(cursor.next()));
    if (!name.includes('*')) columns.set(name, columns.get(old) ?? { kind: 'field', name: old });
  }
}

/** `rex field=name "(?<column>…)"`: the columns are parts of the field. */
export function readExtracted(cursor: Cursor, columns: Columns): void {
  const from = cursor.at;
  let field = '_raw';
  for (; !cursor.isAtEnd() && !cursor.is('|', ']'); cursor.next())
    if (cursor.is('field') && cursor.peek(1).key === '=') field = splText(cursor.textOf(cursor.peek(2)));
  const operand = columns.get(field) ?? { kind: 'field' as const, name: field };
  for (const [, name = ''] of cursor.written(from).matchAll(/\(\?P?<(\w{1,100})>/g))
    columns.set(name, operand);
}

/** `lookup table field OUTPUT column as name`: what it gives stands in the table. */
export function readLookedUp(cursor: Cursor, columns: Columns): void {
  const from = cursor.at;
  while (cursor.peek(1).key === '=') cursor.at += 3;
  const table = cursor.textOf(cursor.peek());
  cursor.skipUntil(({ key }) => key === '|' || key === 'output' || key === 'outputnew');
  if (!cursor.take('output', 'outputnew')) return;
  for (; !cursor.isAtEnd() && !endsCommand(cursor.peek()) && !cursor.is(']'); cursor.next()) {
    const name = splText(cursor.textOf(cursor.peek()));
    if (cursor.at > from && name !== ',' && !cursor.is('as'))
      columns.set(name, { kind: 'derived', why: `what the lookup \`${table}\` gives` });
  }
}
