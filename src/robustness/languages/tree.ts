import type { Comparison, Predicate, QueryTree } from '../query-tree.ts';

/** What always holds: a query without conditions. */
export const NOTHING: QueryTree = { kind: 'all', of: [] };

/** All of them; one alone stays itself, and conjunctions within become part of it. */
export function allOf(of: readonly QueryTree[]): QueryTree {
  if (of.length === 1 && of[0]) return of[0];
  const parts = of.some(({ kind }) => kind === 'all')
    ? of.flatMap((part) => (part.kind === 'all' ? part.of : [part]))
    : [...of];
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'all', of: parts };
}

/**
 * Any of them; one alone stays itself, and disjunctions within become part of it. Neighbours that hold one field
 * against a value each become one predicate of several values.
 */
export function anyOf(of: readonly QueryTree[]): QueryTree {
  if (of.length === 1 && of[0]) return of[0];
  const parts = merged(of.flatMap((part) => (part.kind === 'any' ? part.of : [part])));
  return parts.length === 1 && parts[0] ? parts[0] : { kind: 'any', of: parts };
}

function merged(parts: readonly QueryTree[]): QueryTree[] {
  const groups: QueryTree[][] = [];
  for (const part of parts) {
    const group = groups.at(-1);
    const last = group?.[0];
    if (group && last && isAlternative(part, last)) group.push(part);
    else groups.push([part]);
  }
  return groups.map(
    (group) => joined(group.filter((part) => part.kind === 'predicate')) ?? group[0] ?? NOTHING,
  );
}

function isAlternative(one: QueryTree, other: QueryTree): boolean {
  return (
    one.kind === 'predicate' &&
    other.kind === 'predicate' &&
    one.field === other.field &&
    one.comparison === other.comparison &&
    one.comparison !== 'exists' &&
    one.comparison !== 'greater-or-less'
  );
}

function joined(group: readonly Predicate[]): Predicate | undefined {
  const [first, ...others] = group;
  if (!first || others.length === 0) return first;
  const values = group.flatMap((part) => part.values);
  return { ...first, values, written: `${first.written} … (${values.length} values)` };
}

export function notOf(tree: QueryTree): QueryTree {
  return tree.kind === 'not' ? tree.of : { kind: 'not', of: tree };
}

/** @param why A noun phrase, as it is listed among what was not weighed: `a lookup`. */
export function opaque(why: string, written: string): QueryTree {
  return { kind: 'opaque', why, written: shortened(written) };
}

export function predicate(
  field: string,
  comparison: Comparison,
  values: string[],
  written: string,
): QueryTree {
  return { kind: 'predicate', field, comparison, values, written: shortened(written) };
}

/** A field held against each of the values: all must be met. */
export function eachOf(
  field: string,
  comparison: Comparison,
  values: readonly string[],
  written: string,
): QueryTree {
  return allOf(values.map((value) => predicate(field, comparison, [value], written)));
}

const LONGEST = 300;

function shortened(written: string): string {
  return written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
}
