import type { QueryTree } from '../query-tree.ts';
import type { Cursor } from './cursor.ts';
import { allOf, anyOf, notOf, opaque } from './tree.ts';

/** How a language joins conditions. */
export interface Logic {
  /** Steps over the word, if it comes next. */
  and(cursor: Cursor): boolean;
  or(cursor: Cursor): boolean;
  not(cursor: Cursor): boolean;
  /** One condition; must step over at least one token. */
  condition(cursor: Cursor, depth: number): QueryTree;
  /** Whether a parenthesis that has just been closed held a value and not a condition: `(a + b) > 3`. */
  isValue?(cursor: Cursor): boolean;
  /** What conditions side by side mean. */
  adjacent?: 'all' | 'any';
  /** In Splunk's `search`, OR binds closer than AND. */
  orBindsCloser?: true;
  /** Whether the expression ends here, brackets aside; only asked between conditions side by side. */
  ends?(cursor: Cursor): boolean;
}

/** Parentheses within each other that are followed; real queries have a dozen. */
const DEEPEST = 40;

/** Conditions joined by AND, OR, NOT and parentheses: to the end, a closing bracket, or what the language ends on. */
export function readLogic(cursor: Cursor, logic: Logic, depth = 0): QueryTree {
  return readJoined(cursor, logic, depth, true);
}

/** Conditions joined by one word: first by the one that binds less, and between those by the other. */
function readJoined(cursor: Cursor, logic: Logic, depth: number, isOuter: boolean): QueryTree {
  const isAll = isOuter === (logic.orBindsCloser === true);
  const of: QueryTree[] = [];
  for (;;) {
    const from = cursor.at;
    of.push(isOuter ? readJoined(cursor, logic, depth, false) : readNegated(cursor, logic, depth));
    if (cursor.at === from) break;
    const isJoined = isAll ? logic.and(cursor) : logic.or(cursor);
    if (!isJoined && !(logic.adjacent === (isAll ? 'all' : 'any') && isConditionNext(cursor, logic))) break;
  }
  return isAll ? allOf(of) : anyOf(of);
}

function isConditionNext(cursor: Cursor, logic: Logic): boolean {
  if (cursor.isAtEnd() || cursor.is(')', ']', '}') || logic.ends?.(cursor) === true) return false;
  const { at } = cursor;
  const isWord = logic.or(cursor) || logic.and(cursor);
  cursor.at = at;
  return !isWord;
}

function readNegated(cursor: Cursor, logic: Logic, depth: number): QueryTree {
  let isNegated = false;
  while (logic.not(cursor)) isNegated = !isNegated;
  const tree = readGroup(cursor, logic, depth);
  return isNegated ? notOf(tree) : tree;
}

/** One condition, or several in parentheses. */
export function readGroup(cursor: Cursor, logic: Logic, depth: number): QueryTree {
  const from = cursor.at;
  if (!cursor.is('(')) return readCondition(cursor, logic, depth);
  if (depth >= DEEPEST) {
    cursor.skipBrackets();
    return opaque('parentheses nested too deep', cursor.written(from));
  }
  cursor.next();
  if (cursor.take(')')) return opaque('empty parentheses', '()');
  const tree = readLogic(cursor, logic, depth + 1);
  const isWhole = cursor.is(')');
  if (!isWhole) cursor.skipUntil(() => false);
  cursor.next();
  if (logic.isValue?.(cursor) === true) {
    skipCondition(cursor, logic);
    return opaque('a computed value', cursor.written(from));
  }
  return isWhole ? tree : opaque('a part that cannot be read', cursor.written(from));
}

function readCondition(cursor: Cursor, logic: Logic, depth: number): QueryTree {
  const from = cursor.at;
  const tree = logic.condition(cursor, depth);
  if (cursor.at > from) return tree;
  return opaque('a condition that is missing', cursor.textOf(cursor.peek()));
}

/** Steps over the rest of a condition: to the next AND or OR outside of brackets. */
export function skipCondition(cursor: Cursor, logic: Logic): void {
  for (;;) {
    const { at } = cursor;
    cursor.skipUntil(({ key }) => key === 'and' || key === 'or' || key === '&&' || key === '||');
    if (cursor.isAtEnd() || cursor.is(')', ']', '}')) return;
    const before = cursor.at;
    const isJoint = logic.and(cursor) || logic.or(cursor);
    cursor.at = before;
    if (isJoint) return;
    cursor.next();
    if (cursor.at === at) return;
  }
}
