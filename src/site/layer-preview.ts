import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { colorOf } from '../navigator/gradient.ts';
import type { Layer, LayerTechnique } from '../navigator/layer.ts';

/** Cells side by side in the strip of a tactic, and what one takes with the gap behind it. */
const ACROSS = 4;
const CELL = 3;
const STEP = 4;
const STRIP_GAP = 3;

/** Where every technique and sub-technique of a domain stands in a small picture of its matrix. */
export interface PreviewGrid {
  width: number;
  height: number;
  /** Lines of dashes, as wide as a cell, that draw all cells. */
  ground: string;
  /** Technique id → its cells: one under each of its tactics. */
  cells: ReadonlyMap<string, readonly { x: number; y: number }[]>;
}

/** The cells of one colour. */
export interface PreviewInk {
  color: string;
  /** Lines of dashes. */
  path: string;
  cells: number;
}

/** A strip per tactic in the matrix's order, filled row by row: each technique, then its sub-techniques. */
export function previewGrid(
  knowledge: Pick<KnowledgeBase, 'tactics' | 'techniquesOf' | 'subtechniques'>,
): PreviewGrid {
  const { tactics } = knowledge;
  const cells = new Map<string, { x: number; y: number }[]>();
  let ground = '';
  let rows = 0;
  tactics.forEach(({ shortname }, index) => {
    const left = index * (ACROSS * STEP - (STEP - CELL) + STRIP_GAP);
    const ids = knowledge
      .techniquesOf(shortname)
      .flatMap(({ id }) => [id, ...knowledge.subtechniques(id).map((sub) => sub.id)]);
    ids.forEach((id, at) => {
      const place = { x: left + (at % ACROSS) * STEP, y: Math.floor(at / ACROSS) * STEP };
      cells.set(id, [...(cells.get(id) ?? []), place]);
    });
    const full = Math.ceil(ids.length / ACROSS);
    for (let row = 0; row < full; row += 1)
      ground += dashes(left, row * STEP, Math.min(ACROSS, ids.length - row * ACROSS));
    rows = Math.max(rows, full);
  });
  const width = tactics.length * (ACROSS * STEP - (STEP - CELL) + STRIP_GAP) - STRIP_GAP;
  return { width: Math.max(0, width), height: Math.max(0, rows * STEP - (STEP - CELL)), ground, cells };
}

/** A layer's own colours on the grid, in the order of their first technique. What it disables is left out. */
export function previewInks({ techniques, gradient }: Layer, { cells }: PreviewGrid): PreviewInk[] {
  const byColor = Map.groupBy(
    techniques.filter(({ enabled }) => enabled !== false),
    (technique) => inkOf(technique, gradient),
  );
  return [...byColor].flatMap(([color, own]): PreviewInk[] => {
    if (color === undefined) return [];
    const places = own
      .flatMap(({ techniqueID }) => cells.get(techniqueID) ?? [])
      .sort((a, b) => a.y - b.y || a.x - b.x);
    let path = '';
    for (let at = 0; at < places.length;) {
      const first = places[at];
      if (!first) break;
      let run = 1;
      while (places[at + run]?.y === first.y && places[at + run]?.x === first.x + run * STEP) run += 1;
      path += dashes(first.x, first.y, run);
      at += run;
    }
    return path === '' ? [] : [{ color, path, cells: places.length }];
  });
}

function inkOf({ color, score }: LayerTechnique, gradient: Layer['gradient']): string | undefined {
  if (color !== undefined && color !== '') return color;
  return score === undefined ? undefined : colorOf(gradient.colors, gradient, score);
}

function dashes(x: number, y: number, number: number): string {
  return `M${x} ${y + CELL / 2}h${number * STEP - (STEP - CELL)}`;
}
