import type { Tactic, Technique } from '../attack/facts.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';

/** What stands before and after a technique in its first tactic, in the order of the matrix. */
export interface Neighbours {
  tactic: Tactic;
  previous?: Technique;
  next?: Technique;
}

export function neighboursOf(technique: Technique, knowledge: KnowledgeBase): Neighbours | undefined {
  const tactic = knowledge.tactic(technique.tactics[0] ?? '');
  if (!tactic) return undefined;
  const column = columnOf(tactic, knowledge);
  const at = column.findIndex(({ id }) => id === technique.id);
  const previous = column[at - 1];
  const next = at < 0 ? undefined : column[at + 1];
  return { tactic, ...(previous && { previous }), ...(next && { next }) };
}

const columns = new WeakMap<Tactic, readonly Technique[]>();

/** A tactic's techniques, each followed by its sub-techniques; made once. */
function columnOf(tactic: Tactic, knowledge: KnowledgeBase): readonly Technique[] {
  const known = columns.get(tactic);
  if (known) return known;
  const column = knowledge
    .techniquesOf(tactic.shortname)
    .flatMap((parent) => [
      parent,
      ...knowledge.subtechniques(parent.id).filter(({ tactics }) => tactics.includes(tactic.shortname)),
    ]);
  columns.set(tactic, column);
  return column;
}
