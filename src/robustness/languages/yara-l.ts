import type { QueryTree } from '../query-tree.ts';
import { readComparison } from './comparison.ts';
import { Cursor, LONGEST_QUERY, type Token } from './cursor.ts';
import type { Dialect, Operand } from './dialect.ts';
import { type Logic, readLogic } from './logic.ts';
import { readOperand } from './operand.ts';
import { NOTHING, opaque, predicate } from './tree.ts';
import { readConditionSection } from './yara-l-condition.ts';
import { isPlaceholder, type Variables, yaraLDialect, yaraLQueryTokens } from './yara-l-dialect.ts';

const SECTIONS = new Set(['meta', 'events', 'match', 'outcome', 'condition', 'options']);

/**
 * The query of a YARA-L 2 rule: what `events` asks of each event, put together as `condition` says. A variable that
 * joins events asks for nothing of its own, but for one that must stand in the entity graph: that is a list of
 * indicators, known by the graph's field. The order and the time between events are no conditions of an event.
 *
 * @see https://cloud.google.com/chronicle/docs/detection/yara-l-2-0-syntax
 */
export function parseYaraL(query: string): QueryTree {
  if (query.length > LONGEST_QUERY) return opaque('a query too long to be read', query);
  const tokens = yaraLQueryTokens(query);
  const sections = sectionsOf(query, tokens);
  const events = sections.get('events') ?? new Cursor(query, tokens);
  const bindings = bindingsOf(events);
  const dialect = yaraLDialect(bindings.variables);
  const statements = readEvents(events, dialect, bindings);
  const [outcome, condition] = [sections.get('outcome'), sections.get('condition')];
  // Most outcomes are for the reader of an alert: only those a condition compares matter.
  if (outcome && condition?.tokens.some(({ key }) => dialect.operators.has(key)))
    readOutcomes(outcome, dialect, bindings.variables);
  const tree = readConditionSection(condition, statements, dialect);
  return tree.kind === 'all' && tree.of.length === 0 ? opaque('a rule without conditions', query) : tree;
}

/** Each section's tokens, by its name. */
function sectionsOf(query: string, tokens: readonly Token[]): Map<string, Cursor> {
  const starts = [...tokens.entries()]
    .filter(([index, { key }]) => SECTIONS.has(key) && tokens[index + 1]?.key === ':')
    .map(([index]) => index);
  return new Map(
    starts.map((start, place) => [
      tokens[start]?.key ?? '',
      new Cursor(query, tokens.slice(start + 2, starts[place + 1] ?? tokens.length)),
    ]),
  );
}

interface Bindings {
  variables: Variables;
  /** The field of the entity graph a placeholder must be equal to. */
  graph: Map<string, string>;
}

/** `$e.field = $name`, either way round, wherever it stands. */
function bindingsOf(events: Cursor): Bindings {
  const variables: Variables = new Map();
  const graph = new Map<string, string>();
  for (const [index, token] of events.tokens.entries()) {
    if (token.key !== '=') continue;
    const [left, right] = [events.tokens[index - 1], events.tokens[index + 1]].map((side) =>
      side ? events.textOf(side) : '',
    );
    if (left === undefined || right === undefined) continue;
    const [name, field] = isPlaceholder(left) ? [left, right] : [right, left];
    if (!isPlaceholder(name) || !field.startsWith('$') || isPlaceholder(field)) continue;
    if (isOfGraph(field)) graph.set(name, field);
    else if (!variables.has(name)) variables.set(name, { kind: 'field', name: field });
  }
  return { variables, graph };
}

function isOfGraph(field: string): boolean {
  return /^\$\w+\.graph\./.test(field);
}

export interface Statement {
  tree: QueryTree;
  /** The event variables it speaks of: `$e`. */
  events: Set<string>;
}

function readEvents(events: Cursor, dialect: Dialect, bindings: Bindings): Statement[] {
  const statements: Statement[] = [];
  const logic: Logic = {
    and: (cursor) => cursor.take('and'),
    or: (cursor) => cursor.take('or'),
    not: (cursor) => cursor.take('not', '!'),
    condition: (cursor) => {
      cursor.take('any', 'all');
      return readJoin(cursor, dialect, bindings) ?? readComparison(cursor, dialect, logic);
    },
    isValue: (cursor) => dialect.operators.has(cursor.peek().key) || cursor.is('+', '-', '*', '/', '%'),
  };
  while (!events.isAtEnd() && !events.is('}')) {
    const from = events.at;
    const tree = readLogic(events, logic);
    if (events.at === from) events.next();
    else statements.push({ tree, events: eventsOf(events, from) });
  }
  return statements;
}

function eventsOf(cursor: Cursor, from: number): Set<string> {
  const names = cursor.tokens
    .slice(from, cursor.at)
    .flatMap((token) => /^\$\w+(?=\.)/.exec(cursor.textOf(token))?.[0] ?? []);
  return new Set(names);
}

/** `$e.field = $name`, `$e.field = $f.field`; undefined for anything that is no join. */
function readJoin(cursor: Cursor, dialect: Dialect, { graph }: Bindings): QueryTree | undefined {
  const from = cursor.at;
  const left = readOperand(cursor, dialect);
  const leftName = nameAt(cursor, from);
  const isEqual = cursor.is('=');
  const isOrdered = cursor.is('<', '<=', '>', '>=');
  cursor.next();
  const middle = cursor.at;
  const right = left && readOperand(cursor, dialect);
  const rightName = nameAt(cursor, middle);
  if (right && isOrdered && isTime(left) && isTime(right)) return NOTHING;
  const isJoin =
    right && isEqual && (isPlaceholder(leftName) || isPlaceholder(rightName) || isOfTwoEvents(left, right));
  if (!isJoin || left.kind === 'values' || right.kind === 'values') {
    cursor.at = from;
    return undefined;
  }
  const [field, other] = isPlaceholder(leftName) ? [right, leftName] : [left, rightName];
  const entity = isOfGraph(other) ? other : graph.get(other);
  if (field.kind !== 'field' || entity === undefined || isOfGraph(field.name)) return NOTHING;
  return predicate(field.name, 'equals', [entity], cursor.written(from));
}

function nameAt(cursor: Cursor, index: number): string {
  const token = cursor.tokens[index];
  return token ? cursor.textOf(token) : '';
}

function isOfTwoEvents(left: Operand, right: Operand): boolean {
  if (left.kind !== 'field' || right.kind !== 'field') return false;
  return left.name.split('.')[0] !== right.name.split('.')[0];
}

function isTime(operand: Operand): boolean {
  return operand.kind === 'field' && operand.name.includes('timestamp');
}

/** `$name = expression`: what counts is a number, what lists a field's values stands for the field. */
function readOutcomes(cursor: Cursor, dialect: Dialect, variables: Variables): void {
  while (!cursor.isAtEnd()) {
    const name = cursor.textOf(cursor.next());
    if (!name.startsWith('$') || !cursor.take('=')) continue;
    const operand = readOperand(cursor, dialect);
    const isWhole = operand !== undefined && (cursor.isAtEnd() || cursor.peek(1).key === '=');
    variables.set(name, isWhole ? operand : { kind: 'derived', why: `the outcome \`${name}\`` });
  }
}
