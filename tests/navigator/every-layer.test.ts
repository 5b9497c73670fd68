import { describe, expect, test } from 'vitest';
import { LAYER_KINDS } from '../../src/navigator/layer-definition.ts';
import { colorOf, type Ramp } from '../../src/navigator/gradient.ts';
import type { Layer, LayerTechnique } from '../../src/navigator/layer.ts';
import { ALL_VISIONS, seenDistance } from './color-vision.ts';
import { everyLayer, RELEASES } from './every-layer.ts';
import { navigatorProblems } from './navigator-rules.ts';

const WHITE = '#ffffff';

/** Far apart even where two cells lie at opposite ends of a matrix. */
const FAR_APART = 20;

function drawnColor({ gradient }: Layer, { score, color }: LayerTechnique): string | undefined {
  if (color !== undefined) return color;
  return score === undefined ? undefined : colorOf(gradient.colors, gradient, score);
}

/** Whether every cell has a colour of its own, and none that of its score. */
function isCategorical({ techniques }: Layer): boolean {
  return techniques.every(({ enabled, color }) => enabled === false || color !== undefined);
}

/** Colours that mark a kind of cell, as against a place on the gradient. */
function markers({ techniques, legendItems }: Layer): Set<string> {
  const used = new Set(techniques.flatMap(({ color }) => color ?? []));
  return new Set(legendItems.map(({ color }) => color).filter((color) => used.has(color)));
}

describe.each(RELEASES)('ATT&CK %s %s', (domain, version) => {
  const { layers, knowledge, coverage } = everyLayer(domain, version);
  const byId = new Map(layers.map((named) => [named.id, named]));
  const assessments = coverage.domains.get(domain)?.assessments;
  const outOfScope = new Set(
    [...(assessments?.values() ?? [])]
      .filter(({ scope }) => scope.state !== 'in')
      .map(({ technique }) => technique),
  );

  test('there is a layer of every kind, each with an id of its own', () => {
    const kinds = new Set(layers.map(({ kind }) => kind));
    // ATT&CK gives the techniques of ICS no platforms.
    expect(LAYER_KINDS.filter((kind) => !kinds.has(kind))).toEqual(domain === 'ics' ? ['platform'] : []);
    expect(byId.size).toBe(layers.length);
    for (const id of byId.keys()) expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
  });

  test('the Navigator loads and draws every one of them', () => {
    expect(
      layers.flatMap(({ id, layer }) =>
        navigatorProblems(layer, knowledge).map((problem) => `${id}: ${problem}`),
      ),
    ).toEqual([]);
  });

  test('every score is a whole number', () => {
    const scores = layers.flatMap(({ layer }) => layer.techniques.flatMap(({ score }) => score ?? []));
    expect(scores.filter((score) => !Number.isInteger(score))).toEqual([]);
  });

  test('every cell has a colour and a comment, and the legend has every colour that marks a kind of cell', () => {
    const problems = layers.flatMap(({ id, layer }) => {
      const legend = new Set(layer.legendItems.map(({ color }) => color));
      return layer.techniques
        .filter(
          (entry) =>
            !/\S/.test(entry.comment ?? '') ||
            (entry.enabled !== false &&
              (drawnColor(layer, entry) === undefined || (entry.color && !legend.has(entry.color)))),
        )
        .map(({ techniqueID }) => `${id}: ${techniqueID}`);
    });
    expect(problems).toEqual([]);
    for (const { id, layer } of layers) {
      const labels = layer.legendItems.map(({ label }) => label);
      expect(new Set(labels).size, id).toBe(labels.length);
    }
  });

  test('only layers of actors and of platforms may have nothing in scope', () => {
    const empty = layers.filter(({ layer }) => layer.techniques.every(({ enabled }) => enabled === false));
    expect(empty.filter(({ kind }) => kind !== 'actor' && kind !== 'platform')).toEqual([]);
  });

  test('a colour of the legend that stands for a score is the one such a cell has', () => {
    const ramps = layers.filter(({ layer }) => !isCategorical(layer));
    for (const { id, layer } of ramps) {
      const marked = markers(layer);
      const table = new Set(
        Array.from({ length: 200 }, (_item, score) =>
          colorOf(layer.gradient.colors as unknown as Ramp, layer.gradient, score),
        ),
      );
      const strays = layer.legendItems.filter(
        ({ color }) => color !== WHITE && !marked.has(color) && !table.has(color),
      );
      // A layer may have nothing that was missed and still say what its colour would be.
      expect(
        strays.filter(({ label }) => !label.includes('missed')),
        id,
      ).toEqual([]);
    }
  });

  test('whatever colour vision somebody has, the kinds of cells of a layer are far apart', () => {
    const seen = new Set<string>();
    for (const { id, layer } of layers) {
      const colors = [...new Set([...layer.legendItems.map(({ color }) => color), WHITE])];
      if (!isCategorical(layer) || seen.has(colors.join())) continue;
      seen.add(colors.join());
      for (const vision of ALL_VISIONS) {
        for (const [index, one] of colors.entries()) {
          for (const other of colors.slice(index + 1))
            expect(
              seenDistance(one, other, vision),
              `${id}: ${one} and ${other} to a ${vision}`,
            ).toBeGreaterThan(FAR_APART);
        }
      }
    }
    expect(seen.size).toBeGreaterThanOrEqual(domain === 'ics' ? 6 : 7);
  });

  test('whatever colour vision somebody has, what was missed stands out of every gradient', () => {
    for (const { id, layer } of layers) {
      if (isCategorical(layer)) continue;
      for (const marker of markers(layer)) {
        for (let score = 0; score <= layer.gradient.maxValue; score += 1) {
          const color = colorOf(layer.gradient.colors, layer.gradient, score);
          for (const vision of ALL_VISIONS)
            expect(seenDistance(marker, color, vision), `${id} ${score} to a ${vision}`).toBeGreaterThan(
              FAR_APART,
            );
        }
      }
    }
  });

  test('what is out of scope is disabled with a reason, without a score, in every layer it belongs to', () => {
    expect(outOfScope.size).toBeGreaterThan(5);
    for (const { id, kind, layer } of layers) {
      const disabled = layer.techniques.filter(({ enabled }) => enabled === false);
      const wrong = layer.techniques.filter(
        ({ techniqueID, enabled }) => outOfScope.has(techniqueID) !== (enabled === false),
      );
      expect(wrong, id).toEqual([]);
      for (const { comment } of disabled)
        expect(comment).toMatch(/^(Out of scope: We have|Accepted risk: It would)/);
      if (kind !== 'actor' && kind !== 'platform') expect(disabled.length, id).toBe(outOfScope.size);
      expect(
        layer.legendItems.some(({ label }) => label.includes('out of scope')),
        id,
      ).toBe(disabled.length > 0);
    }
  });

  test('there is a layer for each actor with a technique, of exactly its techniques', () => {
    const actors = [...knowledge.facts.groups, ...knowledge.facts.campaigns, ...knowledge.facts.software];
    for (const { id } of actors) {
      const techniques = byId.get(`actor-${id.toLowerCase()}`)?.layer.techniques ?? [];
      expect(
        techniques.map(({ techniqueID }) => techniqueID),
        id,
      ).toEqual(knowledge.techniquesUsedBy(id));
    }
    const own = byId.get('actor-our-own-thieves');
    expect(own?.layer.techniques).toHaveLength(40);
    expect(own?.layer.name).toBe('Our own thieves against our coverage · Every layer');
    expect(layers.filter(({ kind, alone }) => kind === 'actor' && !alone)).toHaveLength(4);
  });

  test('a layer of an actor is slim: one link and no metadata a cell', () => {
    const fat = layers
      .filter(({ kind }) => kind === 'actor')
      .flatMap(({ layer }) => layer.techniques)
      .filter(({ links, metadata }) => links?.length !== 1 || metadata !== undefined);
    expect(fat).toEqual([]);
  });

  test('robustness, freshness and visibility give no number where nobody knows one', () => {
    const scoreless = (id: string): string[] =>
      (byId.get(id)?.layer.techniques ?? [])
        .filter(({ score, enabled }) => score === undefined && enabled !== false)
        .map(({ techniqueID }) => techniqueID);
    const inScope = [...(assessments?.values() ?? [])].filter(({ scope }) => scope.state === 'in');
    const ids = (some: typeof inScope): string[] => some.map(({ technique }) => technique);
    expect(scoreless('robustness')).toEqual(
      ids(
        inScope.filter(
          ({ detections, robustness }) => detections.length > 0 && robustness.best === undefined,
        ),
      ),
    );
    expect(scoreless('visibility')).toEqual(
      ids(inScope.filter(({ visibility }) => visibility?.state === 'unknown')),
    );
    expect(scoreless('freshness')).toEqual(
      ids(inScope.filter(({ freshness }) => freshness.items > 0 && freshness.newest === undefined)),
    );
    expect(scoreless('freshness').length).toBeGreaterThan(0);
  });
});
