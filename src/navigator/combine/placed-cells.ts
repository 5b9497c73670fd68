import type { KnowledgeBase } from '../../attack/knowledge-base.ts';
import { listed } from '../../coverage/wording.ts';
import type { ForeignCell, ForeignLayer } from './foreign-layer.ts';

/** Stands for every tactic of a technique that is not named beside it. */
export const EVERYWHERE = '';

export type Cell = Pick<ForeignCell, 'score' | 'isDisabled'>;

/** Technique → tactic, or {@link EVERYWHERE} → what the layer says there. */
export type PlacedCells = Map<string, Map<string, Cell>>;

/**
 * Puts the cells of a layer where they belong in one ATT&CK version: revoked ids under their successors, and tactics a
 * technique does not have (any more) under all of it. Of two cells in one place the higher score stands.
 *
 * @param knowledge Absent when the version is not at hand: ids are taken as they stand, tactics are passed over.
 * @param note Told what was replaced or left out, in sentences.
 */
export function placeCells(
  { name, cells }: ForeignLayer,
  knowledge: KnowledgeBase | undefined,
  note: (sentence: string) => void,
): PlacedCells {
  const placed: PlacedCells = new Map();
  const replaced = new Set<string>();
  const dropped = new Set<string>();
  for (const cell of cells) {
    const id = knowledge ? activeId(cell.technique, knowledge) : cell.technique;
    if (id === undefined) {
      dropped.add(cell.technique);
      continue;
    }
    if (id !== cell.technique) replaced.add(`${cell.technique} → ${id}`);
    const tactic = placeOf(id, cell.tactic, knowledge);
    const places = placed.get(id) ?? new Map<string, Cell>();
    placed.set(id, places.set(tactic, stronger(places.get(tactic), cell)));
  }
  const version = knowledge ? `ATT&CK ${knowledge.version}` : '';
  if (replaced.size > 0)
    note(`“${name}” has ids that ${version} replaced: ${listed([...replaced].sort(), 10)}.`);
  if (dropped.size > 0)
    note(`“${name}” has ids that ${version} does not have; they are left out: ${listed([...dropped], 10)}.`);
  return placed;
}

function activeId(id: string, knowledge: KnowledgeBase): string | undefined {
  const resolution = knowledge.resolve(id);
  return resolution.state === 'active' || resolution.state === 'revoked' ? resolution.id : undefined;
}

function placeOf(id: string, tactic: string | undefined, knowledge: KnowledgeBase | undefined): string {
  if (tactic === undefined || !knowledge) return EVERYWHERE;
  const shortname = knowledge.tactic(tactic)?.shortname ?? tactic;
  return knowledge.technique(id)?.tactics.includes(shortname) ? shortname : EVERYWHERE;
}

function stronger(known: Cell | undefined, cell: Cell): Cell {
  if (!known || known.isDisabled) return cell;
  if (cell.isDisabled) return known;
  return (cell.score ?? -Infinity) > (known.score ?? -Infinity) ? cell : known;
}
