import { expect, test } from 'vitest';
import { attire } from '../../src/exercises/formats/attire.ts';
import { readWith } from '../reading.ts';

const PROCEDURE = {
  'mitre-technique-id': 'T1105',
  'procedure-name': 'Fetch a file',
  'procedure-id': { type: 'guid', id: '6c1f2a90-0000-4000-8000-0000000000aa' },
  'procedure-description': 'Gets a file.',
  order: 3,
  steps: [
    {
      order: 1,
      'time-start': '2026-06-13T10:00:00.000Z',
      'time-stop': '2026-06-13T10:00:09.000Z',
      executor: 'powershell',
      command: 'fetch',
      output: [{ content: 'T1003 is no mapping', level: 'STDOUT', type: 'console' }],
    },
  ],
};

const LOG = {
  'attire-version': '1.1',
  'execution-data': {
    'execution-source': 'Invoke-Atomicredteam',
    'execution-id': 'YWJjZA==',
    'execution-category': { name: 'Atomic Red Team', abbreviation: 'ART' },
    'execution-command': 'Invoke-AtomicTest T1105',
    target: { user: 'LAB\\tester', host: 'ws01', ip: '192.0.2.7', path: 'C:\\Windows' },
    'time-generated': '2026-06-13T10:01:00.000Z',
  },
  procedures: [PROCEDURE],
};

const readLog = (data: unknown) => readWith(attire, 'attire.json', JSON.stringify(data, null, 1));

test('a log is one exercise with a result for each procedure', () => {
  const read = readLog(LOG);
  expect(read.findings).toEqual([]);
  expect(read.exercises).toEqual([
    {
      format: 'attire',
      id: 'YWJjZA==',
      title: 'Atomic Red Team on ws01',
      date: '2026-06-13',
      summary: 'Run by Invoke-Atomicredteam; command: Invoke-AtomicTest T1105.',
      results: [
        {
          mapping: {
            written: 'T1105',
            id: 'T1105',
            provenance: 'declared',
            pointer: ['procedures', 0, 'mitre-technique-id'],
          },
          test: '6c1f2a90-0000-4000-8000-0000000000aa',
          name: 'Fetch a file',
          target: 'ws01',
          detections: [],
          outcome: 'executed',
          date: '2026-06-13',
        },
      ],
    },
  ]);
});

test('a procedure without times has the day of the log, and one that timed out says so', () => {
  const steps = { 'is-timeout': true, command: 'fetch' };
  const read = readLog({ ...LOG, procedures: { ...PROCEDURE, steps } });
  expect(read.exercises[0]?.results[0]).toMatchObject({ date: '2026-06-13', notes: 'timed out' });
});

test('a log without any date or technique is no exercise', () => {
  const read = readLog({ 'attire-version': '1.1', procedures: [{ steps: null }, null, PROCEDURE.steps] });
  expect(read).toMatchObject({ exercises: [], ignored: 'that log no dated procedure' });
  expect(read.findings.map(({ rule, range }) => [rule, range?.line])).toEqual([
    ['exercise/undated-result', 4],
  ]);
});

test('a procedure without a technique is left out under a finding', () => {
  const read = readLog({ ...LOG, procedures: [PROCEDURE, { ...PROCEDURE, 'mitre-technique-id': '' }] });
  expect(read.exercises[0]?.results).toHaveLength(1);
  expect(read.findings.map(({ rule }) => rule)).toEqual(['exercise/unmapped-result']);
});

test('other JSON is left alone', () => {
  for (const data of [{}, [], null, { procedures: [] }, { 'attire-version': '1.1' }]) {
    expect(readLog(data).isRecognised).toBe(false);
  }
});
