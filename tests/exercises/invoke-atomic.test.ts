import { describe, expect, test } from 'vitest';
import { invokeAtomicCsv, invokeAtomicJson } from '../../src/exercises/formats/invoke-atomic.ts';
import { readWith } from '../reading.ts';

const HEADER =
  '"Execution Time (UTC)","Execution Time (Local)","Technique","Test Number","Test Name","Hostname","IP Address","Username","GUID","ProcessId","ExitCode"';

function log(...rows: string[]): string {
  return `${[HEADER, ...rows].join('\r\n')}\r\n`;
}

const run = (time: string, host: string, more = '"4242","0"') =>
  `"${time}","2026-06-12T23:00:00Z","T1105","3","Fetch a file with an odd tool","${host}","192.0.2.7","LAB\\tester","6C1F2A90-0000-4000-8000-0000000000AA",${more}`;

describe('the CSV log', () => {
  test('is one exercise with a result for each run, dated in UTC', () => {
    const read = readWith(
      invokeAtomicCsv,
      'log.csv',
      log(
        run('2026-06-13T01:10:00Z', 'ws01'),
        '"2026-06-14T08:00:00Z","2026-06-14T10:00:00Z","T1059.001","1","Say hello","ws02","192.0.2.8","LAB\\tester","0d9e7c11-0000-4000-8000-0000000000bb","77","1"',
      ),
    );
    expect(read.findings).toEqual([]);
    expect(read.exercises).toEqual([
      {
        format: 'invoke-atomic',
        title: 'Atomic tests on ws01 and ws02',
        date: '2026-06-14',
        results: [
          {
            mapping: { written: 'T1105', id: 'T1105', provenance: 'declared', pointer: [0, 'Technique'] },
            test: '6C1F2A90-0000-4000-8000-0000000000AA',
            name: 'Fetch a file with an odd tool',
            target: 'ws01',
            detections: [],
            outcome: 'executed',
            date: '2026-06-13',
          },
          {
            mapping: {
              written: 'T1059.001',
              id: 'T1059.001',
              provenance: 'declared',
              pointer: [1, 'Technique'],
            },
            test: '0d9e7c11-0000-4000-8000-0000000000bb',
            name: 'Say hello',
            target: 'ws02',
            detections: [],
            outcome: 'executed',
            date: '2026-06-14',
            notes: 'exit code 1',
          },
        ],
      },
    ]);
  });

  test('is read in its older generation, without address, process and exit code', () => {
    const old = [
      '"Execution Time (UTC)","Execution Time (Local)","Technique","Test Number","Test Name","Hostname","Username","GUID"',
      '"2021-03-04T05:06:07Z","2021-03-04T06:06:07","T1105","3","Fetch a file","ws01","tester","6c1f2a90-0000-4000-8000-0000000000aa"',
    ].join('\n');
    const [exercise] = readWith(invokeAtomicCsv, 'log.csv', old).exercises;
    expect(exercise?.results[0]).toMatchObject({ date: '2021-03-04', target: 'ws01', outcome: 'executed' });
    expect(exercise?.results[0]).not.toHaveProperty('notes');
  });

  test('tells the same run of one day once, and how often it was', () => {
    const rows = [
      ...Array.from({ length: 12 }, (_, hour) => run(`2026-06-13T${String(hour + 10)}:00:00Z`, 'ws01')),
      run('2026-06-13T10:00:00Z', 'ws02'),
      run('2026-06-14T10:00:00Z', 'ws01'),
    ];
    const [exercise] = readWith(invokeAtomicCsv, 'log.csv', log(...rows)).exercises;
    expect(exercise?.results.map(({ target, date, times, notes }) => [target, date, times, notes])).toEqual([
      ['ws01', '2026-06-13', 12, '12 times that day'],
      ['ws02', '2026-06-13', undefined, undefined],
      ['ws01', '2026-06-14', undefined, undefined],
    ]);
  });

  test('leaves runs without a date out under one finding, at the first of them', () => {
    const read = readWith(
      invokeAtomicCsv,
      'log.csv',
      log(
        run('2026-06-13T10:00:00Z', 'ws01'),
        run('soon', 'ws01').replace('2026-06-12T23:00:00Z', ''),
        run('', 'ws01').replace('2026-06-12T23:00:00Z', '3/4/2026'),
      ),
    );
    expect(read.exercises[0]?.results).toHaveLength(1);
    expect(read.findings).toEqual([
      expect.objectContaining({
        rule: 'exercise/undated-result',
        message: 'Unexpected result without a date, expected the day it is from; 2 such results are left out',
        range: { line: 3, column: 1, endLine: 3, endColumn: 7 },
      }),
    ]);
  });

  test('without any run says why it is left out', () => {
    expect(readWith(invokeAtomicCsv, 'log.csv', `${HEADER}\r\n`)).toMatchObject({
      isRecognised: true,
      exercises: [],
      ignored: 'that log no dated atomic test',
    });
  });

  test('is told from other tables', () => {
    expect(readWith(invokeAtomicCsv, 'a.csv', 'Technique,Test Name\nT1105,x\n').isRecognised).toBe(false);
    expect(readWith(invokeAtomicCsv, 'a.csv', 'Tactic,Technique #,Test Name,Test GUID\n').isRecognised).toBe(
      false,
    );
    expect(readWith(invokeAtomicCsv, 'a.csv', '').isRecognised).toBe(false);
  });

  test('gives a technique its place', () => {
    expect(invokeAtomicCsv.locate(log(run('2026-06-13T10:00:00Z', 'ws01')), 0, [0, 'Technique'])).toEqual({
      line: 2,
      column: 47,
      endLine: 2,
      endColumn: 54,
    });
  });
});

describe('the JSON of the syslog and event log writers', () => {
  const line = (technique: string) =>
    JSON.stringify({
      'Execution Time (UTC)': '2026-06-13T10:00:00Z',
      'Execution Time (Local)': '2026-06-13T12:00:00Z',
      Technique: technique,
      'Test Number': 3,
      'Test Name': 'Fetch a file',
      Hostname: { value: 'ws03' },
      Username: 'tester',
      GUID: '6c1f2a90-0000-4000-8000-0000000000aa',
      Tag: 'atomicrunner',
      CustomTag: '',
    });

  test('is read line by line, other events between them passed over', () => {
    const text = [line('T1105'), '{"event":"reboot"}', '', line('T1059.001')].join('\n');
    const read = readWith(invokeAtomicJson, 'syslog.ndjson', text);
    expect(read.exercises).toHaveLength(1);
    expect(read.exercises[0]).toMatchObject({ title: 'Atomic tests on ws03', date: '2026-06-13' });
    expect(read.exercises[0]?.results.map(({ mapping }) => [mapping.id, mapping.pointer])).toEqual([
      ['T1105', [0, 'Technique']],
      ['T1059.001', [2, 'Technique']],
    ]);
    expect(invokeAtomicJson.locate(text, 0, [2, 'Technique'])).toMatchObject({
      line: 4,
      column: line('T1059.001').indexOf('"T1059.001"') + 1,
    });
  });

  test('is read as one list', () => {
    const text = `[\n${line('T1105')},\n${line('T1059')}\n]`;
    const read = readWith(invokeAtomicJson, 'log.json', text);
    expect(read.exercises[0]?.results).toHaveLength(2);
    expect(invokeAtomicJson.locate(text, 0, [0, 1, 'Technique'])).toMatchObject({ line: 3 });
  });

  test('is told from other JSON', () => {
    for (const text of ['{"Technique":"T1105"}', '[]', '[null]', '3', 'null', '{}']) {
      expect(readWith(invokeAtomicJson, 'a.json', text).isRecognised, text).toBe(false);
    }
  });
});
