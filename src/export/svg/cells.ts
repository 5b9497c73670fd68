import type { Technique } from '../../attack/facts.ts';
import type { KnowledgeBase } from '../../attack/knowledge-base.ts';
import { cellColor } from './colors.ts';
import type { DrawableLayer } from './drawable-layer.ts';

/** Which sub-techniques are drawn: none, those the layer says something of, or all. */
export const SUBTECHNIQUES = ['none', 'scored', 'all'] as const;
export type Subtechniques = (typeof SUBTECHNIQUES)[number];

/** What the drawing needs of a knowledge base. */
export type DrawnKnowledge = Pick<
  KnowledgeBase,
  'domain' | 'version' | 'tactics' | 'techniques' | 'technique' | 'techniquesOf' | 'subtechniques'
>;

type Entry = DrawableLayer['techniques'][number];

/** One technique under one tactic. */
export interface MatrixCell {
  id: string;
  name: string;
  isSub: boolean;
  score?: number;
  /** `#rrggbb` */
  color: string;
  /** The layer greys it out. */
  isDisabled: boolean;
  comment?: string;
}

export interface MatrixColumn {
  name: string;
  cells: MatrixCell[];
  /** Techniques and sub-techniques of the tactic the layer gives a score, and how many it has. */
  scored: number;
  total: number;
}

/** The matrix of a layer: tactics as columns, techniques in them sorted as in ATT&CK's matrix. */
export function matrixColumns(
  layer: DrawableLayer,
  knowledge: DrawnKnowledge,
  subtechniques: Subtechniques,
): MatrixColumn[] {
  const entries = Map.groupBy(layer.techniques, ({ techniqueID }) => techniqueID);
  return knowledge.tactics.map(({ shortname, name }) => {
    const entryOf = (id: string) =>
      entries.get(id)?.findLast(({ tactic }) => !tactic || tactic === shortname);
    const parents = knowledge.techniquesOf(shortname);
    const all = parents.flatMap((parent) => [parent, ...knowledge.subtechniques(parent.id)]);
    const isDrawn = ({ id, parent }: Technique) =>
      parent === undefined ||
      subtechniques === 'all' ||
      (subtechniques === 'scored' && isMarked(entryOf(id)));
    return {
      name,
      cells: all.filter(isDrawn).map((technique) => cellOf(technique, entryOf(technique.id), layer)),
      scored: all.filter(({ id }) => isScored(entryOf(id))).length,
      total: all.length,
    };
  });
}

/** Ids of the layer this version of ATT&CK does not have as active techniques: they cannot be drawn. */
export function undrawnIds({ techniques }: DrawableLayer, knowledge: DrawnKnowledge): string[] {
  const ids = techniques.map(({ techniqueID }) => techniqueID);
  return [...new Set(ids)].filter((id) => knowledge.technique(id)?.state !== 'active').sort();
}

function isScored(entry: Entry | undefined): boolean {
  return typeof entry?.score === 'number';
}

function isMarked(entry: Entry | undefined): boolean {
  return isScored(entry) || Boolean(entry?.color);
}

function cellOf(
  { id, name, parent }: Technique,
  entry: Entry | undefined,
  { gradient }: DrawableLayer,
): MatrixCell {
  return {
    id,
    name,
    isSub: parent !== undefined,
    color: cellColor(entry ?? {}, gradient),
    isDisabled: entry?.enabled === false,
    ...(typeof entry?.score === 'number' && { score: entry.score }),
    ...(entry?.comment && { comment: entry.comment }),
  };
}
