import { describe, expect, test } from 'vitest';
import { vectr } from '../../src/exercises/formats/vectr.ts';
import { readWith } from '../reading.ts';

const COLUMNS =
  'AssessmentGroup,Campaign,Phase,Variant,MitreID,CapecId,Method,Status,Outcome,Alert Severity,Alert Triggered,Activity Logged,Outcome Notes,Detection Recommendations,SourceIps,TargetAssets,ExpectedDetectionLayers,DetectingTools,Start Time,Start Time Epoch,Stop Time,Stop Time Epoch,Detection Time,Detection Time Epoch,Organizations,Tags,Objective,Command,References,Liklihood,Risk,Internal/External,Stealth,Attack Vector,Attack Complexity,Privileges Required,Attacker Tools'.split(
    ',',
  );

const CASE: Record<string, string> = {
  AssessmentGroup: 'Purple – spring',
  Campaign: 'Office',
  Phase: 'Credential Access',
  Variant: 'Dump – a process',
  MitreID: 'T1003.001',
  Method: 'Credential Dumping',
  Status: 'Completed',
  Outcome: 'Detected',
  'Alert Triggered': 'No',
  'Activity Logged': 'No',
  TargetAssets: 'ws01',
  'Start Time': '2026-05-04T09:30:00.000Z',
  'Start Time Epoch': '1777887000000',
  'Detection Time': '2026-05-04T09:31:00.000Z',
  'Detection Time Epoch': '1777887060000',
  Organizations: 'Example Ltd',
  Command: 'first line\r\nsecond, line "quoted"',
};

/** An export as the tool writes it: byte order mark, CRLF, line breaks in cells. */
function exported(cases: Record<string, string>[], columns = COLUMNS): string {
  const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  const rows = cases.map((more) =>
    columns.map((column) => quoted({ ...CASE, ...more }[column] ?? '')).join(','),
  );
  return `\uFEFF${[columns.join(','), ...rows].join('\r\n')}\r\n`;
}

const read = (cases: Record<string, string>[], columns?: string[]) =>
  readWith(vectr, 'export.csv', exported(cases, columns));

const results = (...cases: Record<string, string>[]) =>
  read(cases).exercises.flatMap((exercise) => exercise.results);

test('each campaign of each assessment is one exercise, dated by its newest test case', () => {
  const { exercises, findings } = read([
    {},
    { Campaign: 'Servers', 'Start Time': '2026-05-06T09:00:00Z' },
    { Variant: 'Another', 'Start Time': '2026-05-05T09:00:00Z' },
    { AssessmentGroup: 'Purple – autumn', 'Start Time': '2026-09-01T09:00:00Z' },
  ]);
  expect(findings).toEqual([]);
  expect(exercises.map(({ title, date, results: all }) => [title, date, all.length])).toEqual([
    ['Purple – spring: Office', '2026-05-05', 2],
    ['Purple – spring: Servers', '2026-05-06', 1],
    ['Purple – autumn: Office', '2026-09-01', 1],
  ]);
});

test('a test case is read column by column, wherever the columns stand', () => {
  const row = { DetectingTools: 'EDR', 'Outcome Notes': 'Seen late' };
  const [exercise] = read([row], COLUMNS.toReversed()).exercises;
  expect(exercise).toEqual({
    format: 'vectr',
    title: 'Purple – spring: Office',
    date: '2026-05-04',
    environment: 'Example Ltd',
    results: [
      {
        mapping: { written: 'T1003.001', id: 'T1003.001', provenance: 'declared', pointer: [0, 'MitreID'] },
        name: 'Dump – a process',
        target: 'ws01',
        detections: [],
        outcome: 'detected',
        date: '2026-05-04',
        notes: 'Detecting tools: EDR; Seen late',
      },
    ],
  });
});

describe('outcomes', () => {
  test.each<[Record<string, string>, string | undefined]>([
    [{ Outcome: 'Detected' }, 'detected'],
    [{ Outcome: 'Detected', 'Alert Triggered': 'Yes' }, 'alerted'],
    [{ Outcome: 'Blocked', 'Alert Triggered': 'Yes' }, 'blocked'],
    [{ Outcome: 'NotDetected' }, 'missed'],
    [{ Outcome: 'Not Detected', 'Alert Triggered': 'Yes' }, 'missed'],
    [{ Outcome: 'Logged' }, 'logged'],
    [{ Outcome: 'Logged', 'Alert Triggered': 'Yes' }, 'logged'],
    [{ Outcome: 'Alerted' }, 'alerted'],
    [{ Outcome: 'TBD' }, 'executed'],
    [{ Outcome: '' }, 'executed'],
    [{ Outcome: 'TBD', Status: '' }, undefined],
    [{ Status: 'NOTPERFORMED' }, undefined],
    [{ Status: 'InProgress', Outcome: 'Blocked' }, undefined],
    [{ Outcome: 'Splendid' }, undefined],
  ])('%o is %s', (more, outcome) => {
    expect(results({ Variant: 'First' }, more)[1]?.outcome).toBe(outcome);
  });

  test.each<[string, string]>([
    ['Detected > Alerted', 'alerted'],
    ['Detected - Not Alerted', 'detected'],
    ['NotBlocked > Logged', 'logged'],
    ['Blocked > Alerted', 'blocked'],
    ['Not Detected > Logged', 'missed'],
  ])('the path %s of newer exports is %s', (path, outcome) => {
    const columns = [...COLUMNS, 'Outcome Path'];
    const { exercises } = read([{ Outcome: '', 'Outcome Path': path }], columns);
    expect(exercises[0]?.results[0]?.outcome).toBe(outcome);
  });

  test('a detection time never makes a miss a detection, and logged activity is a note', () => {
    const [quiet, logged] = results(
      { Outcome: 'NotDetected' },
      { Outcome: 'NotDetected', 'Activity Logged': 'Yes', Variant: 'Other' },
    );
    expect(quiet).toMatchObject({ outcome: 'missed' });
    expect(quiet).not.toHaveProperty('notes');
    expect(logged).toMatchObject({ outcome: 'missed', notes: 'Activity was logged, nothing detected it' });
  });

  test('an unknown word is reported once, at its cell', () => {
    const { findings } = read([{}, { Outcome: 'Splendid' }, { Outcome: 'Splendid' }]);
    expect(findings).toEqual([
      {
        rule: 'exercise/unknown-outcome',
        severity: 'warning',
        message:
          'Unexpected outcome `Splendid`, expected `Blocked`, `Detected`, `Logged` or `NotDetected`; it is left out',
        hint: 'Correct the outcome; until then the test case says nothing.',
        // The case before it has a cell of two lines.
        range: { line: 4, column: 99, endLine: 4, endColumn: 107 },
      },
    ]);
  });
});

describe('dates', () => {
  test.each<[Record<string, string>, string | undefined]>([
    [{ 'Start Time': '', 'Start Time Epoch': '1777887000000' }, '2026-05-04'],
    [{ 'Start Time': '1777887000000' }, '2026-05-04'],
    [{ 'Start Time': '1777887000' }, '2026-05-04'],
    [{ 'Start Time': '', 'Start Time Epoch': '', 'Stop Time': '2026-05-05T01:00:00Z' }, '2026-05-05'],
    [{ 'Start Time': '05/04/2026', 'Start Time Epoch': '' }, undefined],
  ])('%o is of %s', (more, date) => {
    expect(results({ Variant: 'First' }, more)[1]?.date).toBe(date);
  });

  test('without one a test case is left out under a finding, however its detection time is filled', () => {
    const { exercises, findings, ignored } = read([{ 'Start Time': '', 'Start Time Epoch': '' }]);
    expect(exercises).toEqual([]);
    expect(ignored).toBe('that are VECTR exports without a completed, dated test case');
    expect(findings.map(({ rule, range }) => [rule, range?.line])).toEqual([['exercise/undated-result', 2]]);
  });
});

describe('techniques', () => {
  test('a method stands in for a missing id', () => {
    const [result] = results({ MitreID: '' });
    expect(result?.mapping).toEqual({
      written: 'Credential Dumping',
      id: 'Credential Dumping',
      provenance: 'declared',
      pointer: [0, 'Method'],
    });
  });

  test('a test case with neither is left out under a finding', () => {
    const { findings } = read([{}, { MitreID: '', Method: '' }]);
    expect(findings.map(({ rule }) => rule)).toEqual(['exercise/unmapped-result']);
  });
});

test('open test cases are counted in the summary', () => {
  const { exercises } = read([{}, { Status: 'NotPerformed' }, { Status: 'Planned' }]);
  expect(exercises[0]?.summary).toBe('2 of 3 test cases not completed or without an outcome.');
});

test('plans of test cases are no results', () => {
  const plan = 'Test Case,Technique ID,Campaign,Description\nA,T1003,B,C\n';
  expect(readWith(vectr, 'summary.csv', plan).isRecognised).toBe(false);
});
