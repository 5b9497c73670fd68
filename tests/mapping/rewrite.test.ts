import { expect, test } from 'vitest';
import type { Mapping, MappingDraft } from '../../src/mapping/mapping.ts';
import { rewriting } from '../../src/mapping/rewrite.ts';
import { aMapping } from '../workspace-builder.ts';

function tags(...written: string[]): Mapping[] {
  return written.map((id, index) =>
    aMapping(id.replace('attack.', '').toUpperCase(), { written: id, pointer: ['tags', index] }),
  );
}

/** `T1562 > T1562.001` under a tactic, as Elastic writes it. */
function entry(index: number, ids: string[], tactic = 'TA0005'): Mapping[] {
  const at = ['rule', 'threat', 0, 'technique', index];
  const [technique = '', ...subtechniques] = ids;
  const common: Partial<MappingDraft> = { tactic };
  return [
    aMapping(technique, { ...common, pointer: [...at, 'id'] }),
    ...subtechniques.map((id, place) =>
      aMapping(id, { ...common, pointer: [...at, 'subtechnique', place, 'id'] }),
    ),
  ];
}

function outcome(mappings: Mapping[]): { rewrites: string[]; refusals: string[] } {
  const { rewrites, refusals } = rewriting(mappings);
  return {
    rewrites: rewrites.map(({ mapping, text }) => `${mapping.written} -> ${text}`),
    refusals: refusals.map(({ mapping, reason }) => `${mapping.written}: ${reason}`),
  };
}

test('a revoked id gives way to its successor, and everything else stays', () => {
  expect(outcome(tags('attack.t1562.001', 'attack.t1059.001', 'T9999'))).toEqual({
    rewrites: ['attack.t1562.001 -> attack.t1685'],
    refusals: [],
  });
});

test('an item never names a technique twice: what it already names is not written again', () => {
  expect(outcome(tags('attack.t1562.001', 'attack.t1685'))).toEqual({
    rewrites: [],
    refusals: [
      'attack.t1562.001: the item already names `T1685`, or will; delete `attack.t1562.001` by hand',
    ],
  });
});

test('of two ids with one successor the first is rewritten', () => {
  expect(outcome(tags('attack.t1562', 'attack.t1562.001', 'attack.t1562.006'))).toEqual({
    rewrites: ['attack.t1562 -> attack.t1685'],
    refusals: [
      'attack.t1562.001: the item already names `T1685`, or will; delete `attack.t1562.001` by hand',
      'attack.t1562.006: the item already names `T1685`, or will; delete `attack.t1562.006` by hand',
    ],
  });
});

test('a technique may stand under two tactics', () => {
  const mappings = [...entry(0, ['T1562'], 'TA0005'), ...entry(1, ['T1562'], 'TA0003')];
  expect(outcome(mappings).rewrites).toEqual(['T1562 -> T1685', 'T1562 -> T1685']);
});

test('a deprecated id has nothing to give way to', () => {
  expect(outcome(tags('attack.t1108'))).toEqual({
    rewrites: [],
    refusals: [
      'attack.t1108: ATT&CK names no successor; map to the active technique that describes the behaviour',
    ],
  });
});

test('of several successors none is chosen', () => {
  const [mapping] = tags('attack.t1562.004');
  expect(outcome([{ ...mapping!, choices: ['T1686', 'T1686.003'] }])).toEqual({
    rewrites: [],
    refusals: ['attack.t1562.004: ATT&CK names several successors, `T1686`, `T1686.003`; choose one by hand'],
  });
});

test('a technique given by its name is not rewritten', () => {
  const mapping: Mapping = { ...aMapping('T1562'), written: 'Impair Defenses', byName: true };
  expect(outcome([mapping]).refusals).toEqual([
    'Impair Defenses: `Impair Defenses` is not the id alone; change it by hand',
  ]);
});

test('inherited and inferred mappings are nobody’s to rewrite', () => {
  const [mapping] = tags('attack.t1562.001');
  for (const provenance of ['inherited', 'inferred'] as const)
    expect(outcome([{ ...mapping!, provenance }])).toEqual({ rewrites: [], refusals: [] });
});

test('a sub-technique moves with its technique when it still belongs to it', () => {
  expect(outcome(entry(0, ['T1562', 'T1562.002', 'T1562.008'])).rewrites).toEqual([
    'T1562 -> T1685',
    'T1562.002 -> T1685.001',
    'T1562.008 -> T1685.002',
  ]);
});

test.each([
  ['becomes a technique', ['T1562', 'T1562.001'], '`T1562.001` under `T1562` would be `T1685` under `T1685`'],
  [
    'goes to another technique',
    ['T1562', 'T1562.002', 'T1562.007'],
    '`T1562.007` under `T1562` would be `T1686.001` under `T1685`',
  ],
  [
    'leaves a technique that stays',
    ['T1070', 'T1070.001'],
    '`T1070.001` under `T1070` would be `T1685.005` under `T1070`',
  ],
])('a tree whose sub-technique %s stays whole', (_what, ids, reason) => {
  const { rewrites, refusals } = outcome(entry(0, ids));
  expect(rewrites).toEqual([]);
  expect(refusals).toHaveLength(ids.filter((id) => id !== 'T1070').length);
  for (const refusal of refusals)
    expect(refusal).toContain(`${reason}, where it does not belong; move it by hand`);
});

test('a tree is left whole when one of its ids cannot be rewritten', () => {
  const mappings = [...entry(0, ['T1685']), ...entry(1, ['T1562', 'T1562.002'])];
  expect(outcome(mappings)).toEqual({
    rewrites: [],
    refusals: [
      'T1562: the item already names `T1685`, or will; delete `T1562` by hand',
      'T1562.002: it stands with `T1562`, which stays',
    ],
  });
  const hindered = rewriting(entry(0, ['T1562', 'T1562.002']), ({ id }) =>
    id === 'T1562.002' ? 'it is an alias' : undefined,
  );
  expect(hindered.rewrites).toEqual([]);
  expect(hindered.refusals.map(({ reason }) => reason)).toEqual([
    'it stands with `T1562.002`, which stays',
    'it is an alias',
  ]);
});
