import { expect, test } from 'vitest';
import { previewGrid, previewInks } from '../../src/site/layer-preview.ts';
import { everyLayer, RELEASES } from '../navigator/every-layer.ts';

/** Cells a path of dashes draws. */
function cellsOf(path: string): number {
  return [...path.matchAll(/h(\d+)/g)].reduce((sum, [, length]) => sum + (Number(length) + 1) / 4, 0);
}

test.each(RELEASES)(
  'a preview of %s %s has a cell for every technique a layer colours, under each tactic',
  (domain, version) => {
    const { layers, knowledge } = everyLayer(domain, version);
    const grid = previewGrid(knowledge);
    for (const { id, layer } of layers) {
      const coloured = layer.techniques.filter(
        ({ enabled, score, color }) => enabled !== false && (score !== undefined || color !== undefined),
      );
      const expected = coloured.reduce(
        (sum, { techniqueID }) => sum + (knowledge.technique(techniqueID)?.tactics.length ?? 0),
        0,
      );
      const inks = previewInks(layer, grid);
      expect([id, inks.reduce((sum, { cells }) => sum + cells, 0)]).toEqual([id, expected]);
      expect([id, inks.reduce((sum, { path }) => sum + cellsOf(path), 0)]).toEqual([id, expected]);
    }
  },
);

test('the ground has a cell for every technique under each of its tactics, and no two in one place', () => {
  const { knowledge } = everyLayer('enterprise', '19.1');
  const grid = previewGrid(knowledge);
  const places = [...grid.cells.values()].flat();
  expect(places).toHaveLength(knowledge.techniques.reduce((sum, { tactics }) => sum + tactics.length, 0));
  expect(new Set(places.map(({ x, y }) => `${x} ${y}`)).size).toBe(places.length);
  expect(cellsOf(grid.ground)).toBe(places.length);
  expect(places.every(({ x, y }) => x + 3 <= grid.width && y + 3 <= grid.height)).toBe(true);
});

test('a colour of the layer stands as it is', () => {
  const { layers, knowledge } = everyLayer('enterprise', '19.1');
  const layer = layers.find(({ id }) => id === 'coverage')!.layer;
  const colors = previewInks(layer, previewGrid(knowledge)).map(({ color }) => color);
  expect(colors).toContain('#d55e00');
  expect(colors.every((color) => /^#[\da-f]{6}$/.test(color))).toBe(true);
});
