import { describe, expect, test } from 'vitest';
import { MATRIX_DEFAULTS, type MatrixState } from '../../src/matrix/matrix-state.ts';
import { paint } from '../../src/matrix/paint.ts';
import type { Layer } from '../../src/navigator/layer.ts';
import { UNSCORED_COLOR } from '../../src/navigator/colors.ts';
import { everyMatrix } from './every-matrix.ts';

const { matrix, layers, coverage } = everyMatrix();
const { data } = matrix;
const state = (asked: Partial<MatrixState>): MatrixState => ({ ...MATRIX_DEFAULTS, ...asked });
const layerOf = (id: string): Layer => layers.find((named) => named.id === id)!.layer;

/** View → the layer it tells the same story as, and what its number is of the layer's score. */
const VIEWS: [asked: Partial<MatrixState>, layer: string, minus?: number][] = [
  [{ view: 'rules' }, 'rules-count'],
  [{ view: 'hunts' }, 'hunts'],
  [{ view: 'proof' }, 'tested-proven'],
  [{ view: 'robustness' }, 'robustness'],
  [{ view: 'freshness' }, 'freshness'],
  [{ view: 'visibility' }, 'visibility'],
  [{ view: 'relevance' }, 'relevance'],
  [{ view: 'gap' }, 'gaps'],
  [{ view: 'change', since: '2025-08-01' }, 'change-year', 100],
  ...data.actors
    .slice(0, 8)
    .map(({ id }): [Partial<MatrixState>, string] => [
      { view: 'actor', actor: id },
      `actor-${id.toLowerCase()}`,
    ]),
];

describe.each(VIEWS)('%j agrees with the layer %s', (asked, id, minus = 0) => {
  const layer = layerOf(id);
  const painting = paint(matrix, state(asked));
  const entries = layer.techniques.filter(({ enabled }) => enabled !== false);
  const indexOf = (technique: string): number => data.ids.indexOf(technique);

  test('it names the file of that layer', () => {
    expect(painting.view.layer).toBe(`layers/enterprise-${id}.json`);
  });

  test('its numbers are the scores of the layer, and it has no others', () => {
    const numbers = data.ids.flatMap((technique, index) =>
      matrix.outOfScope.has(index) || painting.view.valueOf(index) === null
        ? []
        : [[technique, painting.view.valueOf(index)]],
    );
    const scores = entries.flatMap(({ techniqueID, score }) =>
      score === undefined ? [] : [[techniqueID, score - minus]],
    );
    expect(numbers).toEqual(scores);
    expect(entries.length).toBeGreaterThan(0);
  });

  test('what the layer gives one colour has one class, and what it leaves white has the last', () => {
    const classes = new Map<string, Set<string>>();
    for (const { techniqueID, color } of entries) {
      if (color === undefined) continue;
      const { label } = painting.cells[indexOf(techniqueID)]!.class;
      classes.set(color, new Set([...(classes.get(color) ?? []), label]));
    }
    for (const labels of classes.values()) expect(labels.size).toBe(1);
    expect(new Set([...classes.values()].flatMap((labels) => [...labels])).size).toBe(classes.size);
    expect(classes.has(UNSCORED_COLOR)).toBe(false);
    const last = painting.legend.at(-1)!;
    const isComplete = painting.legend.reduce((sum, { count }) => sum + count, 0);
    expect(isComplete).toBe(painting.total);
    if (id !== 'visibility') expect(last.count).toBe(painting.total - entries.length);
  });
});

test('levels are those of the assessment, with their scores', () => {
  const painting = paint(matrix, MATRIX_DEFAULTS);
  const domain = coverage.domains.get('enterprise')!;
  expect(Object.fromEntries(painting.legend.map(({ word, count }) => [word, count]))).toEqual(domain.levels);
  expect(painting.share).toEqual({ part: domain.covered, whole: domain.total });
  expect(painting.shares).toEqual(
    domain.tactics.map(({ covered, total }) => ({ part: covered, whole: total })),
  );
  const scored = data.ids.map((_, index) => painting.view.valueOf(index));
  expect(scored).toEqual([...domain.assessments.values()].map(({ score }) => score));
});

test('a view there is not is the view of levels', () => {
  expect(paint(matrix, state({ view: 'nonsense' })).view.id).toBe('level');
});

test('no class of a view is told from another by colour alone', () => {
  for (const view of [...data.views, data.actorView, data.changeView]) {
    for (const { sign, word, label } of view.classes) expect(`${sign}${word ?? label}`).not.toBe('');
    // Classes of one sign print numbers that tell them apart, or words.
    const bare = view.classes.filter(({ print, word }) => print === undefined && word === undefined);
    expect(new Set(bare.map(({ sign }) => sign)).size).toBe(bare.length);
  }
});

test('a cell says in words what it prints', () => {
  const words = (asked: Partial<MatrixState>): string[] =>
    paint(matrix, state(asked)).cells.map(({ words }) => words);
  expect(words({ view: 'rules' })).toContain('1 rule');
  expect(words({ view: 'rules' })).toContain('no counting rule of its own');
  expect(words({ view: 'robustness' })).toContain('behaviour, rung 6 of 6');
  expect(words({ view: 'freshness' })).toContain('touched 6 days ago');
  expect(words({ view: 'proof' })).toContain('failed');
  expect(words({})).toContain('out of scope');
  const changes = paint(matrix, state({ view: 'change', since: '2025-08-01' })).cells;
  expect(changes.map(({ text }) => text)).toContain('−100');
  for (const { text, words: said } of changes) if (/\d/.test(text)) expect(said).toContain(text);
});
