import { describe, expect, test } from 'vitest';
import { idsInProse, isTechniqueId, parentId, techniqueIdIn } from '../../src/attack/ids.ts';

test('a technique id has four digits and may have three more', () => {
  expect(['T1059', 'T1059.001', 'T0800'].every(isTechniqueId)).toBe(true);
  expect(
    ['t1059', 'T105', 'T10599', 'T1059.1', 'T1059.0011', 'TA0002', ' T1059', ''].some(isTechniqueId),
  ).toBe(false);
});

test.each([
  ['T1059.001', 'T1059.001'],
  ['attack.t1059.001', 'T1059.001'],
  ['attack.T1059', 'T1059'],
  ['T1059/001', 'T1059.001'],
  ['T1059.001 - PowerShell', 'T1059.001'],
  ['PowerShell (T1059.001)', 'T1059.001'],
  ['TA0002:T1059', 'T1059'],
  ['https://attack.mitre.org/techniques/T1110/001/', 'T1110.001'],
  ['https://attack.mitre.org/versions/v14/techniques/T1110/', 'T1110'],
  ['https://attack.mitre.org/wiki/Technique/T1063', 'T1063'],
  ['AML.T0051', undefined],
  ['aml.t0051', undefined],
  ['ATLAS: T0051', undefined],
  ['T1059.1', undefined],
  ['T10590', undefined],
  ['attack.execution', undefined],
  ['TA0002', undefined],
])('in %j stands technique %s', (text, id) => {
  expect(techniqueIdIn(text)).toBe(id);
});

test('only a sub-technique has a parent', () => {
  expect(parentId('T1059.001')).toBe('T1059');
  expect(parentId('T1059')).toBeUndefined();
  expect(parentId('S0002.001')).toBeUndefined();
});

describe('ids in prose', () => {
  const found = (text: string): string[] =>
    idsInProse(text).map(({ kind, id, start, end }) => `${kind} ${id} ${text.slice(start, end)}`);

  test('of every kind are found where they stand', () => {
    const text = 'APT29 (G0016) ran S0002 in C0024: T1059.001, T1110/001 (TA0002).';
    expect(found(text)).toEqual([
      'group G0016 G0016',
      'software S0002 S0002',
      'campaign C0024 C0024',
      'technique T1059.001 T1059.001',
      'technique T1110.001 T1110/001',
      'tactic TA0002 TA0002',
    ]);
  });

  test('may end a sentence', () => {
    expect(found('We saw T1059. Then T1105.\nT1003.001.')).toEqual([
      'technique T1059 T1059',
      'technique T1105 T1105',
      'technique T1003.001 T1003.001',
    ]);
  });

  test.each([
    ['AML.T0051'],
    ['AML.TA0002'],
    ['ATLAS T0051'],
    ['ATLAS (T0051)'],
    ['MITRE ATLAS: T0051'],
    ['t1059'],
    ['T1059.1'],
    ['T1059.0012'],
    ['XT1059'],
    ['T1059x'],
    ['KB4012598'],
    ['GS0002'],
    ['win.S1000'],
    ['C00241'],
  ])('are not in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  test('of ATLAS do not hide those of ATT&CK', () => {
    expect(found('AML.T0051 and T1059; ATLAS T0051, T1566')).toEqual([
      'technique T1059 T1059',
      'technique T1566 T1566',
    ]);
  });
});
