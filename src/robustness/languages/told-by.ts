import type { QueryTree } from '../query-tree.ts';

/**
 * What a query says of its events by a field of theirs (the table, the type of event): every value in lower case,
 * whatever alternatives it stands in; exclusions do not count.
 */
export function toldBy(tree: QueryTree, isMeant: (field: string) => boolean): Set<string> {
  const told = new Set<string>();
  const visit = (part: QueryTree): void => {
    if (part.kind === 'all' || part.kind === 'any') part.of.forEach(visit);
    else if (part.kind === 'predicate' && isMeant(part.field))
      for (const value of part.values) told.add(value.toLowerCase());
  };
  visit(tree);
  return told;
}
