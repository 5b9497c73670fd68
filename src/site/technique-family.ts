import { techniqueEntry, type TechniqueEntry } from './lookups.ts';

/** A technique and its sub-techniques, or a sub-technique with its parent and siblings; alone where there is no other. */
export function familyOf({ technique, knowledge }: TechniqueEntry): TechniqueEntry[] {
  const head = technique.parent ?? technique.id;
  return [head, ...knowledge.subtechniques(head).map(({ id }) => id)].flatMap(
    (id) => techniqueEntry(id) ?? [],
  );
}
