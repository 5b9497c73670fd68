import { describe, expect, test } from 'vitest';
import { coverbookVisibility } from '../../src/visibility/formats/coverbook.ts';
import { readWith } from '../reading.ts';

const read = (text: string) => readWith(coverbookVisibility, 'visibility.yaml', text);
const told = (text: string) =>
  read(text).findings.map(({ rule, severity, range, message }) => [rule, severity, range?.line, message]);

test('a collected log says what it gives, where, how well and since when', () => {
  const { visibility, findings } = read(`
collected:
  - { dataComponent: Process Creation, logSource: "WinEventLog:Sysmon", platforms: [Windows], quality: 4, since: 2025-03-01, notes: All hosts }
`);
  expect(findings).toEqual([]);
  expect(visibility).toEqual([
    {
      dataComponent: 'Process Creation',
      logSource: 'WinEventLog:Sysmon',
      platforms: ['Windows'],
      quality: 4,
      since: '2025-03-01',
      notes: 'All hosts',
      ordinal: 0,
      pointer: ['collected', 0, 'dataComponent'],
    },
  ]);
});

test('several data components are a log each, and a log alone stands under its own name', () => {
  const { visibility, findings } = read(`
collected:
  - dataComponents: [Process Creation, DC0061]
    logSource: auditd:SYSCALL
    platforms: Linux
    domains: enterprise
  - logSource: AWS:CloudTrail
  - dataComponents: File Access
`);
  expect(findings).toEqual([]);
  expect(
    visibility?.map(({ dataComponent, logSource, platforms, domains, pointer }) => [
      dataComponent,
      logSource,
      platforms,
      domains,
      pointer.join('.'),
    ]),
  ).toEqual([
    ['Process Creation', 'auditd:SYSCALL', ['Linux'], ['enterprise'], 'collected.0.dataComponents.0'],
    ['DC0061', 'auditd:SYSCALL', ['Linux'], ['enterprise'], 'collected.0.dataComponents.1'],
    ['AWS:CloudTrail', 'AWS:CloudTrail', [], undefined, 'collected.1.logSource'],
    ['File Access', undefined, [], undefined, 'collected.2.dataComponents'],
  ]);
});

describe('what is wrong is told at its line', () => {
  test('a quality that is no number from 1 to 5 reads as not judged', () => {
    const text = `collected:
  - dataComponent: File Access
    quality: good
  - dataComponent: File Access
    quality: 6
  - dataComponent: File Access
    quality: 2.5
`;
    expect(read(text).visibility).toHaveLength(3);
    expect(read(text).visibility?.some((log) => 'quality' in log)).toBe(false);
    expect(told(text)).toEqual([
      [
        'visibility/invalid-field',
        'error',
        3,
        'Unexpected `good` at `collected[0].quality`, expected a number',
      ],
      [
        'visibility/invalid-field',
        'error',
        5,
        'Unexpected `6` at `collected[1].quality`, expected at most 5',
      ],
      [
        'visibility/invalid-field',
        'error',
        7,
        'Unexpected `2.5` at `collected[2].quality`, expected a whole number',
      ],
    ]);
  });

  test('a log that names nothing is left out', () => {
    const text = 'collected:\n  - { dataComponent: File Access }\n  - { platforms: [Windows], notes: EDR }\n';
    expect(read(text).visibility).toHaveLength(1);
    expect(told(text)).toEqual([
      [
        'visibility/names-nothing',
        'error',
        3,
        'Unexpected log without a name, expected a `dataComponent` or a `logSource`',
      ],
    ]);
  });

  test('a key nobody knows takes nothing with it', () => {
    const text = 'collected:\n  - dataComponent: File Access\n    platform: Windows\n';
    expect(read(text).visibility).toMatchObject([{ dataComponent: 'File Access', platforms: [] }]);
    expect(told(text)).toEqual([
      [
        'visibility/unknown-field',
        'warning',
        3,
        'Unexpected key `collected[0].platform`, expected only documented ones',
      ],
    ]);
    expect(read(text).findings[0]?.hint).toBe('Did you mean `platforms`?');
  });
});

test.each([
  ['other lists', 'collected:\n  - { file: a.log }\n'],
  ['texts', 'collected: yes\n'],
])('%s are left to others', (_, text) => {
  expect(read(text).isRecognised).toBe(false);
});
