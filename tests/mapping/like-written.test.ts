import { expect, test } from 'vitest';
import { likeWritten } from '../../src/mapping/like-written.ts';

test.each([
  ['attack.t1562.001', 'T1562.001', 'T1685', 'attack.t1685'],
  ['T1562.001', 'T1562.001', 'T1685', 'T1685'],
  ['T1562/007', 'T1562.007', 'T1686.001', 'T1686/001'],
  ['attack.t1070_001', 'T1070.001', 'T1685.005', 'attack.t1685_005'],
  ['T1562', 'T1562', 'T1685', 'T1685'],
  ['T1656', 'T1656', 'T1684.001', 'T1684.001'],
  ['TA0005:T1562.001', 'T1562.001', 'T1685', 'TA0005:T1685'],
  ['T1562.001 - Disable or Modify Tools', 'T1562.001', 'T1685', 'T1685 - Disable or Modify Tools'],
  [
    'https://attack.mitre.org/techniques/T1070/001/',
    'T1070.001',
    'T1685.005',
    'https://attack.mitre.org/techniques/T1685/005/',
  ],
  [
    'https://attack.mitre.org/techniques/T1656/',
    'T1656',
    'T1684.001',
    'https://attack.mitre.org/techniques/T1684/001/',
  ],
  ['attack.t0005', 'T0005', 'TA0005', 'attack.ta0005'],
])('%j, %s by %s, is %j', (written, id, replacement, expected) => {
  expect(likeWritten(written, id, replacement)).toBe(expected);
});

test.each([
  ['T1562.001', 'T1562'],
  ['T15620', 'T1562'],
  ['KT1562', 'T1562'],
  ['T1562 T1562', 'T1562'],
  ['Impair Defenses', 'T1562'],
])('%j does not hold %s exactly once', (written, id) => {
  expect(likeWritten(written, id, 'T1685')).toBeUndefined();
});
