import { expect, test } from 'vitest';
import { declaredTechniques } from '../../src/mapping/declared-techniques.ts';

test.for([
  [
    ['T1059.001', 't1105'],
    ['T1059.001', 'T1105'],
  ],
  ['T1059', ['T1059']],
  ['T1059, T1105;T1003.001', ['T1059', 'T1105', 'T1003.001']],
  [['T1059,T1105'], ['T1059', 'T1105']],
  // A comma parts ids, not the words of a name.
  ['T1566 - Phishing, by mail', ['T1566']],
  [['AML.T0051', 'T1059'], ['T1059']],
  // What holds no id is kept, to be reported.
  [['TBD'], ['TBD']],
  [[null, '', {}, ['T1059']], []],
  [undefined, []],
  [{ 0: 'T1059' }, []],
] as const)('%j declares %j', ([value, ids]) => {
  expect(declaredTechniques(value, ['techniques']).map(({ id }) => id)).toEqual(ids);
});

test('each id of a list has its own place, the ids of one text share one', () => {
  expect(declaredTechniques(['T1059', 'T1105, T1003'], ['tags', 'ids'])).toEqual([
    { written: 'T1059', id: 'T1059', provenance: 'declared', pointer: ['tags', 'ids', 0] },
    { written: 'T1105', id: 'T1105', provenance: 'declared', pointer: ['tags', 'ids', 1] },
    { written: 'T1003', id: 'T1003', provenance: 'declared', pointer: ['tags', 'ids', 1] },
  ]);
});
