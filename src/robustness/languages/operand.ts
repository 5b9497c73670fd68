import type { Cursor } from './cursor.ts';
import type { Dialect, Operand } from './dialect.ts';

const DEEPEST = 30;
const ARITHMETIC = new Set(['+', '-', '*', '/', '%']);
const COMPUTED: Operand = { kind: 'derived', why: 'a computed value' };
/** Units of time parted from their number: `7 days`. */
const UNIT = /^(?:milliseconds?|seconds?|minutes?|hours?|days?|weeks?|months?|years?)$/;

/** Reads one side of a comparison; undefined when what stands there is none. */
export function readOperand(cursor: Cursor, dialect: Dialect, depth = 0): Operand | undefined {
  const from = cursor.at;
  const first = readTerm(cursor, dialect, depth);
  if (!first || !ARITHMETIC.has(cursor.peek().key)) return first;
  const terms = [first];
  while (ARITHMETIC.has(cursor.peek().key)) {
    cursor.next();
    const term = readTerm(cursor, dialect, depth);
    if (!term) return undefined;
    terms.push(term);
  }
  if (terms.every(({ kind }) => kind === 'values')) return { kind: 'values', values: [cursor.written(from)] };
  return terms.every(({ kind }) => kind === 'values' || kind === 'measure')
    ? { kind: 'measure', field: 'count' }
    : (terms.find(({ kind }) => kind === 'derived') ?? COMPUTED);
}

function readTerm(cursor: Cursor, dialect: Dialect, depth: number): Operand | undefined {
  const term = readPrimary(cursor, dialect, depth);
  return term && (dialect.trailing?.(cursor, term) ?? term);
}

function readPrimary(cursor: Cursor, dialect: Dialect, depth: number): Operand | undefined {
  const special = dialect.special?.(cursor, cursor.peek());
  if (special) return special;
  const token = cursor.peek();
  switch (token.kind) {
    case 'string':
      cursor.next();
      return { kind: 'values', values: [dialect.unquoted(cursor.textOf(token))] };
    case 'number': {
      const from = cursor.at;
      cursor.next();
      if (UNIT.test(cursor.peek().key)) cursor.next();
      return { kind: 'values', values: [cursor.written(from)] };
    }
    case 'word':
      cursor.next();
      if (cursor.is('(') && !token.key.startsWith('$'))
        return readCall(cursor, dialect, token.key, cursor.at - 1, depth);
      if (token.key === 'null') return { kind: 'values', values: ['null'], isNull: true };
      if (token.key === 'true' || token.key === 'false') return { kind: 'values', values: [token.key] };
      return dialect.named?.(cursor.textOf(token)) ?? { kind: 'field', name: cursor.textOf(token) };
    case 'mark':
      if (token.key === '(') return readList(cursor, dialect, depth);
      if (token.key === '*' && cursor.peek(1).key === ')') {
        cursor.next();
        return { kind: 'values', values: ['*'] };
      }
      if (token.key !== '-' || cursor.peek(1).key === '-') return undefined;
      cursor.next();
      return negative(readPrimary(cursor, dialect, depth));
    case 'end':
      return undefined;
  }
}

function negative(operand: Operand | undefined): Operand | undefined {
  return operand?.kind === 'values'
    ? { kind: 'values', values: operand.values.map((value) => `-${value}`) }
    : operand;
}

/** `("a", "b")`, or one operand in parentheses. */
function readList(cursor: Cursor, dialect: Dialect, depth: number): Operand | undefined {
  const items = readArguments(cursor, dialect, depth);
  if (items.length === 1 && items[0]?.kind !== 'values') return items[0];
  if (!items.every((item) => item.kind === 'values'))
    return { kind: 'derived', why: 'a list of computed values' };
  return { kind: 'values', values: items.flatMap(({ values }) => values), isList: true };
}

/** With an opening parenthesis next: what stands in it, parted by commas. */
export function readArguments(cursor: Cursor, dialect: Dialect, depth: number): Operand[] {
  const args: Operand[] = [];
  if (depth >= DEEPEST) {
    cursor.skipBrackets();
    return [{ kind: 'derived', why: 'functions nested too deep' }];
  }
  cursor.next();
  while (!cursor.isAtEnd() && !cursor.is(')', ']', '}')) {
    const argument = readOperand(cursor, dialect, depth + 1);
    const isWhole = argument !== undefined && cursor.is(',', '..', ')');
    if (!isWhole) cursor.skipUntil(({ key }) => key === ',');
    args.push(isWhole ? argument : COMPUTED);
    if (!cursor.take(',', '..')) break;
  }
  if (!cursor.take(')')) {
    cursor.skipUntil(() => false);
    cursor.next();
  }
  return args;
}

function readCall(cursor: Cursor, dialect: Dialect, name: string, from: number, depth: number): Operand {
  const args = readArguments(cursor, dialect, depth);
  cursor.take('~');
  const written = cursor.written(from);
  const computed = args.find(({ kind }) => kind === 'derived' || kind === 'condition');
  if (dialect.aggregates?.has(name) === true)
    return computed ? { kind: 'derived', why: whatOf(name, computed) } : { kind: 'measure', field: 'count' };
  const tree = dialect.conditions.get(name)?.(args, written);
  if (tree) return { kind: 'condition', tree };
  if (dialect.conditions.has(name) && args.filter(({ kind }) => kind === 'field').length > 1)
    return { kind: 'derived', why: 'two fields held against each other' };
  const subject = args.find(({ kind }) => kind !== 'values');
  if (subject === undefined)
    return dialect.forms.has(name)
      ? (args[0] ?? { kind: 'values', values: [written] })
      : { kind: 'values', values: [written] };
  if (dialect.forms.has(name)) return subject;
  const isAlone = args.filter(({ kind }) => kind !== 'values').length === 1;
  if (dialect.measures.has(name) && isAlone && subject.kind === 'field')
    return { kind: 'measure', field: subject.name };
  return { kind: 'derived', why: whatOf(name, subject) };
}

function whatOf(name: string, subject: Operand): string {
  return subject.kind === 'derived' && subject !== COMPUTED ? subject.why : `what \`${name}\` gives`;
}
