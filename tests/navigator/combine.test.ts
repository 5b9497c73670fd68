import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { combineLayers } from '../../src/navigator/combine/combine.ts';
import {
  NoLayerError,
  readForeignLayer,
  type ForeignLayer,
} from '../../src/navigator/combine/foreign-layer.ts';
import { OPERATIONS, type Operation } from '../../src/navigator/combine/operation.ts';
import type { Layer } from '../../src/navigator/layer.ts';
import { embeddedBase } from '../workspace-builder.ts';
import { navigatorProblems } from './navigator-rules.ts';
import { layersOf, smallTeam } from './scenario.ts';

const knowledge = embeddedBase('enterprise');

function layer(name: string, techniques: unknown[], attack = '19'): ForeignLayer {
  const data = { name, domain: 'enterprise-attack', versions: { attack, layer: '4.5' }, techniques };
  return readForeignLayer(data, 'file');
}

function combined(
  operation: Operation,
  layers: ForeignLayer[],
  options: { withoutKnowledge?: boolean } = {},
): { layer: Layer; notes: string[] } {
  const notes: string[] = [];
  const result = combineLayers(layers, {
    operation,
    attack: '19',
    note: (sentence) => notes.push(sentence),
    ...(!options.withoutKnowledge && { knowledge }),
  });
  expect(navigatorProblems(result, knowledge)).toEqual([]);
  return { layer: result, notes };
}

function cells(operation: Operation, layers: ForeignLayer[]): Record<string, [unknown, string | undefined]> {
  return Object.fromEntries(
    combined(operation, layers).layer.techniques.map(({ techniqueID, tactic, score, enabled, comment }) => [
      tactic === undefined ? techniqueID : `${techniqueID} ${tactic}`,
      [enabled === false ? 'disabled' : score, comment],
    ]),
  );
}

const A = layer('A', [
  { techniqueID: 'T1105', score: 72 },
  { techniqueID: 'T1059', score: 10 },
  { techniqueID: 'T1110', score: 5 },
  { techniqueID: 'T1003', enabled: false, score: 90 },
  { techniqueID: 'T1204', comment: 'only words' },
]);
const B = layer('B', [
  { techniqueID: 'T1105', score: 40 },
  { techniqueID: 'T1059', score: 15 },
  { techniqueID: 'T1003', score: 30 },
  { techniqueID: 'T1047', score: 7 },
]);

describe('what each operation makes of two layers', () => {
  test('subtract: what is missing is 0, what is disabled on either side stays out', () => {
    expect(cells('subtract', [A, B])).toEqual({
      T1003: ['disabled', 'Disabled in “A”.'],
      T1047: [-7, '0 − 7 (no score in “A”)'],
      T1059: [-5, '10 − 15'],
      T1105: [32, '72 − 40'],
      T1110: [5, '5 − 0 (no score in “B”)'],
    });
  });

  test('sum: what is missing or disabled is 0', () => {
    expect(cells('sum', [A, B])).toEqual({
      T1003: [30, '0 + 30 (disabled in “A”)'],
      T1047: [7, '0 + 7 (no score in “A”)'],
      T1059: [25, '10 + 15'],
      T1105: [112, '72 + 40'],
      T1110: [5, '5 + 0 (no score in “B”)'],
    });
  });

  test.each([
    ['max', 72, 15, 'highest of'],
    ['min', 40, 10, 'lowest of'],
    ['average', 56, 12.5, 'mean of'],
  ] as const)('%s: what is missing or disabled is passed over', (operation, one, other, words) => {
    expect(cells(operation, [A, B])).toEqual({
      T1003: [30, `${words} 30 (disabled in “A”)`],
      T1047: [7, `${words} 7 (no score in “A”)`],
      T1059: [other, `${words} 10, 15`],
      T1105: [one, `${words} 72, 40`],
      T1110: [5, `${words} 5 (no score in “B”)`],
    });
  });

  test('a difference of three is the first minus both others', () => {
    const C = layer('C', [{ techniqueID: 'T1105', score: 2 }]);
    expect(cells('subtract', [A, B, C])['T1105']).toEqual([30, '72 − 40 − 2']);
  });

  test('what every layer that names it has disabled is disabled', () => {
    const C = layer('C', [{ techniqueID: 'T1003', enabled: false }]);
    for (const operation of OPERATIONS)
      expect(cells(operation, [A, C])['T1003'], operation).toEqual(['disabled', 'Disabled in “A” and “C”.']);
  });

  test('each layer’s own value stands in the metadata', () => {
    const entry = combined('sum', [A, B]).layer.techniques.find(({ techniqueID }) => techniqueID === 'T1003');
    expect(entry?.metadata).toEqual([
      { name: 'A', value: 'disabled' },
      { name: 'B', value: '30' },
    ]);
  });
});

describe('tactics', () => {
  // T1053 stands under execution, persistence and privilege escalation.
  test('the same score under every tactic of a technique is one entry for all of them', () => {
    const byTactic = ['execution', 'persistence', 'privilege-escalation'].map((tactic) => ({
      techniqueID: 'T1053',
      tactic,
      score: 4,
    }));
    expect(cells('sum', [layer('A', byTactic), layer('B', [{ techniqueID: 'T1053', score: 1 }])])).toEqual({
      T1053: [5, '4 + 1'],
    });
  });

  test('a score under one tactic alone stays there, and a layer without tactics counts under each', () => {
    const one = layer('A', [{ techniqueID: 'T1053', tactic: 'execution', score: 4 }]);
    const all = layer('B', [{ techniqueID: 'T1053', score: 1 }]);
    expect(cells('sum', [one, all])).toEqual({
      'T1053 execution': [5, '4 + 1'],
      'T1053 persistence': [1, '0 + 1 (no score in “A”)'],
      'T1053 privilege-escalation': [1, '0 + 1 (no score in “A”)'],
    });
    expect(cells('max', [one, one])).toEqual({ 'T1053 execution': [4, 'highest of 4, 4'] });
  });

  test('a tactic the technique does not have stands for all of them', () => {
    const odd = layer('A', [{ techniqueID: 'T1105', tactic: 'defense-evasion', score: 4 }]);
    expect(cells('sum', [odd, odd])).toEqual({ T1105: [8, '4 + 4'] });
  });
});

describe('versions of ATT&CK', () => {
  const old = layer('Old', [{ techniqueID: 'T1562.001', tactic: 'defense-evasion', score: 50 }], '18');
  const current = layer('New', [{ techniqueID: 'T1685', score: 20 }]);

  test('a revoked id is its successor, and that is said', () => {
    expect(cells('subtract', [old, current])).toEqual({ T1685: [30, '50 − 20'] });
    expect(combined('subtract', [old, current]).notes).toEqual([
      '“Old” has ids that ATT&CK 19.1 replaced: T1562.001 → T1685.',
    ]);
  });

  test('two ids that became one have the higher score', () => {
    const both = layer('Both', [
      { techniqueID: 'T1685', score: 20 },
      { techniqueID: 'T1562.001', score: 60 },
    ]);
    expect(cells('sum', [both, layer('None', [])])).toEqual({
      T1685: [60, '60 + 0 (no score in “None”)'],
    });
  });

  test('an id nobody knows is left out, and that is said', () => {
    const odd = layer('Odd', [{ techniqueID: 'T9999', score: 5 }]);
    const { layer: result, notes } = combined('sum', [odd, current]);
    expect(result.techniques.map(({ techniqueID }) => techniqueID)).toEqual(['T1685']);
    expect(notes).toEqual(['“Odd” has ids that ATT&CK 19.1 does not have; they are left out: T9999.']);
  });

  test('without that version at hand ids are taken as they stand', () => {
    const result = combineLayers([old, current], {
      operation: 'sum',
      attack: '20',
      note: () => undefined,
    });
    expect(result.techniques.map(({ techniqueID, score }) => [techniqueID, score])).toEqual([
      ['T1562.001', 50],
      ['T1685', 20],
    ]);
    expect(result.versions.attack).toBe('20');
  });
});

describe('reading what other tools write', () => {
  const minimal = { domain: 'enterprise-attack', techniques: [{ techniqueID: 't1105', score: '7' }] };

  test.each<[string, Record<string, unknown>]>([
    ['nothing but a domain and techniques', {}],
    ['format 4.0 with its version at the top', { version: '4.0', domain: 'mitre-enterprise' }],
    ['versions as numbers', { versions: { attack: 19, layer: 4.5, navigator: 5 } }],
    ['a minor ATT&CK version', { versions: { attack: '19.1', layer: '4.4' } }],
    ['keys nobody knows', { viewMode: 2, filters: { platforms: ['Nowhere'] }, legendItems: 'none' }],
  ])('%s', (_, extra) => {
    const read = readForeignLayer({ ...minimal, ...extra }, 'file');
    expect(read).toMatchObject({
      name: 'file',
      domain: 'enterprise',
      cells: [{ technique: 'T1105', score: 7, isDisabled: false }],
      unreadable: 0,
    });
  });

  test('a list of one layer is that layer', () => {
    expect(readForeignLayer([minimal], 'file').cells).toHaveLength(1);
  });

  test('scores that are none, and entries without an id, are no reason to refuse the layer', () => {
    const read = layer('Odd', [
      { techniqueID: 'T1105', score: null },
      { techniqueID: 'T1059', score: 'much' },
      { techniqueID: 'T1047', score: Number.NaN },
      { techniqueID: 'TA0001', score: 5 },
      { score: 5 },
      'T1110',
      null,
    ]);
    expect(read.cells.map(({ technique, score }) => [technique, score])).toEqual([
      ['T1105', undefined],
      ['T1059', undefined],
      ['T1047', undefined],
    ]);
    expect(read.unreadable).toBe(4);
    expect(combined('sum', [read, A]).notes).toContain(
      '“Odd” has 4 entries without the id of a technique; they are left out.',
    );
  });

  test.each<[unknown, string]>([
    ['text', 'it holds no object'],
    [null, 'it holds no object'],
    [[minimal, minimal], 'it holds 2 layers'],
    [[], 'it holds 0 layers'],
    [{ domain: 'enterprise-attack' }, 'it has no list of `techniques`'],
    [{ ...minimal, domain: undefined }, 'it names no domain'],
    [{ ...minimal, domain: 'pre-attack' }, 'its domain is `pre-attack`'],
    [{ ...minimal, versions: { layer: '3.0' } }, 'it is of layer format 3.0'],
    [{ ...minimal, version: '2.1' }, 'it is of layer format 2.1'],
  ])('%j is refused: %s', (data, why) => {
    expect(() => readForeignLayer(data, 'file')).toThrow(new NoLayerError(why));
  });
});

test('whatever the scores are, the Navigator draws the result', () => {
  const ids = knowledge.techniques.slice(0, 30).map(({ id }) => id);
  const anyLayer = fc
    .array(
      fc.record({
        techniqueID: fc.constantFrom(...ids, 'T1562.001', 'T9999'),
        tactic: fc.constantFrom(undefined, 'execution', 'persistence', 'defense-evasion', ''),
        score: fc.oneof(
          fc.integer({ min: -300, max: 300 }),
          fc.double({ min: -1e6, max: 1e6, noNaN: true }),
          fc.constant(undefined),
        ),
        enabled: fc.constantFrom(undefined, true, false),
      }),
      { maxLength: 60 },
    )
    .map((techniques) => layer('Any', techniques));
  fc.assert(
    fc.property(
      fc.array(anyLayer, { minLength: 2, maxLength: 4 }),
      fc.constantFrom(...OPERATIONS),
      (layers, operation) => {
        combined(operation, layers);
      },
    ),
    { numRuns: 150 },
  );
});

test('one outlier does not crash the Navigator: 199 of 200', () => {
  const { gradient, legendItems } = combined('max', [
    layer('A', [
      { techniqueID: 'T1105', score: 200 },
      { techniqueID: 'T1059', score: 199 },
    ]),
    layer('B', []),
  ]).layer;
  expect(gradient.maxValue).toBe(199);
  expect(legendItems.at(-2)?.label).toBe('199 or more');
});

test('our own layers can be combined: coverage minus coverage is 0 everywhere', () => {
  const coverage = layersOf(smallTeam()).layers.find(({ id }) => id === 'coverage')?.layer;
  const read = readForeignLayer(JSON.parse(JSON.stringify(coverage)), 'file');
  const { layer: result, notes } = combined('subtract', [read, read]);
  expect(result.techniques.map(({ techniqueID }) => techniqueID)).toEqual(
    coverage?.techniques.map(({ techniqueID }) => techniqueID),
  );
  expect(result.techniques.every(({ score }) => score === 0)).toBe(true);
  expect(notes).toEqual([]);
});

test('a whole result', async () => {
  const result = combined('subtract', [A, B]).layer;
  await expect(`${JSON.stringify(result, null, 2)}\n`).toMatchFileSnapshot('__snapshots__/combined.json');
});
