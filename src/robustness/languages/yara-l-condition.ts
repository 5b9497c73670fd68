import type { QueryTree } from '../query-tree.ts';
import { readComparison } from './comparison.ts';
import type { Cursor } from './cursor.ts';
import type { Dialect } from './dialect.ts';
import { type Logic, readLogic } from './logic.ts';
import { allOf, NOTHING, notOf, opaque, predicate } from './tree.ts';
import type { Statement } from './yara-l.ts';

/** A condition that names one event more often than this is not written by hand. */
const MOST_USES = 20;

/**
 * The `condition` of a rule, such as `$e`, `#e > 5`, `$e and not $f`, `$risk_score > 80`. What `events` asks of one event
 * stands where its variable does; what it asks of several, or of one that is not named, always holds.
 */
export function readConditionSection(
  cursor: Cursor | undefined,
  statements: readonly Statement[],
  dialect: Dialect,
): QueryTree {
  const groups = new Map<string, { tree: QueryTree; uses: number }>();
  for (const name of new Set(statements.flatMap(({ events }) => [...events]))) {
    const own = statements.filter(({ events }) => events.size === 1 && events.has(name));
    groups.set(name, { tree: allOf(own.map(({ tree }) => tree)), uses: 0 });
  }
  const shared = statements.filter(({ events }) => events.size !== 1).map(({ tree }) => tree);
  const tree = cursor ? readCondition(cursor, groups, dialect) : NOTHING;
  const unnamed = [...groups.values()].filter(({ uses }) => uses === 0).map((group) => group.tree);
  return allOf([...new Set([tree, ...shared, ...unnamed])]);
}

function readCondition(
  cursor: Cursor,
  groups: ReadonlyMap<string, { tree: QueryTree; uses: number }>,
  dialect: Dialect,
): QueryTree {
  const treeOf = (name: string): QueryTree => {
    const group = groups.get(name);
    // A variable that stands for a value is there whenever the event is.
    if (!group) return NOTHING;
    group.uses += 1;
    return group.uses > MOST_USES ? opaque('an event named too often', name) : group.tree;
  };
  const logic: Logic = {
    and: (inner) => inner.take('and', ','),
    or: (inner) => inner.take('or'),
    not: (inner) => inner.take('not', '!'),
    condition: (inner) => readEvent(inner, treeOf) ?? readComparison(inner, dialect, logic),
  };
  const from = cursor.at;
  const tree = readLogic(cursor, logic);
  if (cursor.isAtEnd() || cursor.is('}')) return tree;
  return opaque('a condition that cannot be read', cursor.written(from));
}

/** `$e`, or how often it must happen: `#e >= 5`. */
function readEvent(cursor: Cursor, treeOf: (name: string) => QueryTree): QueryTree | undefined {
  const from = cursor.at;
  const name = cursor.textOf(cursor.peek());
  const isCounted = name.startsWith('#');
  if (!isCounted && (!name.startsWith('$') || /^[=!<>]/.test(cursor.peek(1).key))) return undefined;
  cursor.next();
  if (!isCounted) return treeOf(name);
  const operator = cursor.next().key;
  const value = cursor.textOf(cursor.next());
  const tree = treeOf(`$${name.slice(1)}`);
  if ((operator === '=' && value === '0') || (operator === '<' && value === '1')) return notOf(tree);
  if ((operator === '>' && value === '0') || (operator === '>=' && value === '1')) return tree;
  return allOf([tree, predicate('count', 'greater-or-less', [value], cursor.written(from))]);
}
