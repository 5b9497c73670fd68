import type { QueryTree } from '../query-tree.ts';
import type { Cursor } from './cursor.ts';
import type { ConditionFunction, Dialect, Operand, Operator } from './dialect.ts';
import { type Logic, skipCondition } from './logic.ts';
import { readOperand } from './operand.ts';
import { allOf, eachOf, NOTHING, notOf, opaque, predicate } from './tree.ts';

/**
 * One condition of a language of fields, operators and functions: `a == "x"`, `f(a) > 3`, `a not in ("x")`, `f(a, "x")`.
 * What cannot be read is opaque up to the next AND or OR.
 */
export function readComparison(cursor: Cursor, dialect: Dialect, logic: Logic): QueryTree {
  const from = cursor.at;
  const left = readOperand(cursor, dialect);
  if (!left) return unread(cursor, from, logic);
  // `not` between a field and its operator; behind a whole condition it opens the next.
  const isNegated = dialect.operators.has(cursor.peek(1).key) && cursor.take('not');
  const nullness = readIsNull(cursor);
  if (nullness !== undefined) return ofNullness(left, nullness, cursor.written(from));
  const operator = dialect.operators.get(cursor.peek().key);
  if (!operator) {
    if (isNegated || left.kind === 'values') return ofConstant(left) ?? unread(cursor, from, logic);
    return ofBare(left, cursor.written(from));
  }
  cursor.next();
  const right = readOperand(cursor, dialect);
  if (!right) return unread(cursor, from, logic);
  const tree = compared(left, operator, right, cursor.written(from));
  return isNegated ? notOf(tree) : tree;
}

function unread(cursor: Cursor, from: number, logic: Logic): QueryTree {
  cursor.at = from;
  skipCondition(cursor, logic);
  return opaque('a condition that cannot be read', cursor.written(from));
}

function readIsNull(cursor: Cursor): boolean | undefined {
  if (cursor.takeAll('is', 'not', 'null')) return false;
  return cursor.takeAll('is', 'null') ? true : undefined;
}

function ofNullness(left: Operand, isNull: boolean, written: string): QueryTree {
  if (left.kind !== 'field') return opaque(whyNot(left), written);
  const exists = predicate(left.name, 'exists', [], written);
  return isNull ? notOf(exists) : exists;
}

function ofConstant(left: Operand): QueryTree | undefined {
  return left.kind === 'values' && left.values[0] === 'true' ? NOTHING : undefined;
}

/** An operand alone: a condition of its own, or a field that is true or false. */
function ofBare(left: Operand, written: string): QueryTree {
  if (left.kind === 'condition') return left.tree;
  return left.kind === 'field'
    ? predicate(left.name, 'equals', ['true'], written)
    : opaque(whyNot(left), written);
}

/** Two operands held against each other. */
export function compared(left: Operand, operator: Operator, right: Operand, written: string): QueryTree {
  if (left.kind === 'values' && right.kind !== 'values') return compared(right, operator, left, written);
  if (right.kind !== 'values') return opaque(whyNotBoth(left, right), written);
  const tree = ofField(left, operator, right, written);
  return operator.isNegated === true && tree.kind !== 'opaque' ? notOf(tree) : tree;
}

function ofField(
  left: Operand,
  { comparison, isEach }: Operator,
  right: Extract<Operand, { kind: 'values' }>,
  written: string,
): QueryTree {
  switch (left.kind) {
    case 'field': {
      const { name } = left;
      if (comparison === 'same' && isAbsence(right)) return notOf(predicate(name, 'exists', [], written));
      const how =
        name === ''
          ? 'keyword'
          : right.isPattern === true
            ? 'matches'
            : comparison === 'same'
              ? 'equals'
              : comparison;
      return isEach === true
        ? eachOf(name, how, right.values, written)
        : predicate(name, how, right.values, written);
    }
    case 'measure':
      return predicate(left.field, 'greater-or-less', right.values, written);
    case 'condition':
      return /^(?:false|0)$/.test(right.values[0] ?? '') ? notOf(left.tree) : left.tree;
    case 'values':
      return left.values.join() === right.values.join() ? NOTHING : opaque('two constants', written);
    case 'derived':
      return opaque(whyNot(left), written);
  }
}

function isAbsence({ isNull, values, isList }: Extract<Operand, { kind: 'values' }>): boolean {
  return isNull === true || (isList !== true && values[0] === '');
}

function whyNot(operand: Operand): string {
  return operand.kind === 'derived' ? operand.why : 'a computed value';
}

function whyNotBoth(left: Operand, right: Operand): string {
  if (left.kind === 'field' && right.kind === 'field') return 'two fields held against each other';
  return left.kind === 'derived' ? left.why : whyNot(right);
}

/** A function whose first argument is the field and whose others are values: `endsWith(field, "x", "y")`. */
export function onField(comparison: Operator['comparison'], isEach?: true): ConditionFunction {
  return ([subject, ...others], written) => {
    const values = others.flatMap((operand) => (operand.kind === 'values' ? operand.values : []));
    if (!subject || subject.kind === 'values' || others.some(({ kind }) => kind !== 'values'))
      return undefined;
    return compared(
      subject,
      { comparison, ...(isEach && { isEach }) },
      { kind: 'values', values, isList: true },
      written,
    );
  };
}

/** A function that asks whether its field is there: `isnotempty(field)`. */
export function onPresence(isThere: boolean): ConditionFunction {
  return ([subject], written) => {
    if (subject?.kind !== 'field') return undefined;
    const exists = predicate(subject.name, 'exists', [], written);
    return isThere ? exists : notOf(exists);
  };
}

/** Conditions that are given as arguments, all of which must hold. */
export function conditionsOf(args: readonly Operand[]): QueryTree | undefined {
  const trees = args.flatMap((operand) => (operand.kind === 'condition' ? [operand.tree] : []));
  return trees.length === args.length ? allOf(trees) : undefined;
}
