import { describe, expect, test } from 'vitest';
import { dettect } from '../../src/exercises/formats/dettect.ts';
import { readWith } from '../reading.ts';

function administration(...techniques: string[]): string {
  return [
    'version: 1.2',
    'file_type: technique-administration',
    'name: workstations',
    'domain: enterprise-attack',
    'platform: [windows]',
    'techniques:',
    ...techniques,
  ].join('\n');
}

/** A technique with one detection entry whose log has these `date score` lines. */
function technique(id: string, ...scores: string[]): string {
  const log = scores.map((line) => {
    const [date, score] = line.split(' ');
    return `          - { date: ${date}, score: ${score}, comment: '' }`;
  });
  return [
    `  - technique_id: ${id}`,
    '    technique_name: Some name',
    '    detection:',
    '      - applicable_to: [all]',
    "        location: ['']",
    "        comment: ''",
    '        score_logbook:',
    ...log,
    '    visibility:',
    '      - applicable_to: [all]',
    '        score_logbook: [{ date: 2026-01-01, score: 4 }]',
  ].join('\n');
}

const read = (...techniques: string[]) => readWith(dettect, 'techniques.yaml', administration(...techniques));

const outcomes = (...techniques: string[]) =>
  read(...techniques).exercises.flatMap(({ results }) =>
    results.map(({ mapping, outcome, date }) => [mapping.id, outcome, date].join(' ')),
  );

test('scores are self-assessed results of one exercise', () => {
  const { exercises, findings } = read(technique('T1003.001', '2026-03-01 3'));
  expect(findings).toEqual([]);
  expect(exercises).toEqual([
    {
      format: 'dettect',
      title: 'DeTT&CT scores of workstations',
      date: '2026-03-01',
      summary: 'Scores the team gave its own detection; nothing was executed.',
      results: [
        {
          mapping: {
            written: 'T1003.001',
            id: 'T1003.001',
            provenance: 'declared',
            pointer: ['techniques', 0, 'technique_id'],
          },
          target: 'all',
          selfAssessed: true,
          detections: [],
          outcome: 'detected',
          date: '2026-03-01',
          notes: 'Self-assessed score 3 of 5',
        },
      ],
    },
  ]);
});

describe('a score', () => {
  test.each<[string, string]>([
    ['5', 'detected'],
    ['1', 'detected'],
    ['0', 'logged'],
    ['-1', 'missed'],
    ["'2'", 'detected'],
  ])('of %s with a date is %s', (score, outcome) => {
    expect(outcomes(technique('T1105', `2026-03-01 ${score}`))).toEqual([`T1105 ${outcome} 2026-03-01`]);
  });

  test('is the one with the latest date, wherever it stands', () => {
    expect(
      outcomes(
        technique('T1105', '2025-01-01 -1', '2026-03-01 2', '2025-06-01 0'),
        technique('T1106', '2026-03-02T08:00:00 0', '2026-03-02T09:00:00 1', 'null -1'),
        technique('T1007', '2026-03-01 1', '2026-03-01 -1'),
      ),
    ).toEqual(['T1105 detected 2026-03-01', 'T1106 detected 2026-03-02', 'T1007 detected 2026-03-01']);
  });

  test('of -1 without a date is the editor’s default: no result, told in the summary', () => {
    const { exercises, findings } = read(technique('T1105', 'null -1'), technique('T1003', '2026-03-01 1'));
    expect(findings).toEqual([]);
    expect(exercises[0]?.results).toHaveLength(1);
    expect(exercises[0]?.summary).toContain('Nobody has scored 1 of 2 entries yet.');
  });

  test('of 0 or more without a date is left out under a note', () => {
    const { exercises, findings } = read(technique('T1105', 'null 3'), technique('T1003', '2026-03-01 1'));
    expect(exercises[0]?.results).toHaveLength(1);
    expect(findings.map(({ rule, severity, range }) => [rule, severity, range?.line])).toEqual([
      ['exercise/undated-result', 'note', 14],
    ]);
  });

  test('that is none is passed over', () => {
    expect(outcomes(technique('T1105', '2026-03-01 9', '2026-02-01 2', '2026-04-01 1.5'))).toEqual([
      'T1105 detected 2026-02-01',
    ]);
  });
});

test('each group of systems has a result of its own, never averaged; rules and comments are notes', () => {
  const { exercises } = read(`
  - technique_id: T1105
    detection:
      - applicable_to: [servers, kiosks]
        location: [Rule one, 'Rule two']
        comment: Since spring
        score_logbook: { date: 2026-03-01, score: 4, comment: Since spring }
      - applicable_to: laptops
        location: []
        score_logbook: [{ date: 2026-04-01, score: -1, comment: No sensor }]`);
  expect(
    exercises[0]?.results.map(({ target, outcome, notes, detections }) => [
      target,
      outcome,
      notes,
      detections,
    ]),
  ).toEqual([
    [
      'servers, kiosks',
      'detected',
      'Self-assessed score 4 of 5; detected by Rule one, Rule two; Since spring',
      [],
    ],
    ['laptops', 'missed', 'Self-assessed score -1 of 5; No sensor', []],
  ]);
});

test('older files have single maps, and the score in the entry', () => {
  expect(
    outcomes(`
  - technique_id: T1105
    detection: { applicable_to: [all], date_registered: 2018-01-01, date_implemented: 2019-02-03, score: 2, location: EDR }
  - technique_id: T1003
    detection: { applicable_to: [all], score_logbook: { date: 2019-05-06, score: 0 } }`),
  ).toEqual(['T1105 detected 2019-02-03', 'T1003 logged 2019-05-06']);
});

test('a file in which nothing is scored says why it is left out', () => {
  expect(read(technique('T1105', 'null -1'))).toMatchObject({
    exercises: [],
    findings: [],
    ignored: 'that are DeTT&CT administrations without a dated score',
  });
});

test.each(['data-source-administration', 'group-administration'])('%s is for another reader', (kind) => {
  const text = `file_type: ${kind}\ndata_sources: []\ngroups: []\n`;
  expect(readWith(dettect, 'a.yaml', text).isRecognised).toBe(false);
});

test('odd shapes are passed over', () => {
  const { exercises } = read(
    '  - null',
    '  - T1105',
    '  - technique_id: { a: b }',
    '    detection: [null, 3, { score_logbook: [null, x] }, { score_logbook: [{ score: 1, date: 2026-01-01 }] }]',
  );
  expect(exercises).toEqual([]);
  expect(
    readWith(dettect, 'a.yaml', 'file_type: technique-administration\ntechniques: 3\n').exercises,
  ).toEqual([]);
  expect(readWith(dettect, 'a.yaml', 'file_type: something\n').isRecognised).toBe(false);
});
