import { describe, expect, test } from 'vitest';
import { calderaEvents } from '../../src/exercises/formats/caldera-events.ts';
import { calderaReports } from '../../src/exercises/formats/caldera-report.ts';
import { readWith } from '../reading.ts';

const attack = {
  tactic: 'command-and-control',
  technique_name: 'Ingress Tool Transfer',
  technique_id: 'T1105',
};

function step(more: Record<string, unknown> = {}) {
  return {
    link_id: 'l-1',
    ability_id: 'a-1',
    command: 'Z2V0',
    plaintext_command: 'get',
    delegated: '2026-06-13T10:00:00Z',
    run: '2026-06-13T10:00:30Z',
    status: 0,
    platform: 'windows',
    executor: 'psh',
    pid: 12,
    description: 'Gets a file',
    name: 'Fetch a file',
    attack,
    ...more,
  };
}

function report(...steps: unknown[]) {
  return {
    name: 'Spring',
    host_group: [{ paw: 'abcdef', host: 'ws01', platform: 'windows' }],
    start: '2026-06-13T09:00:00Z',
    steps: { abcdef: { steps } },
    finish: '2026-06-13T11:00:00Z',
    planner: 'atomic',
    adversary: { name: 'Discovery', adversary_id: 'x' },
    jitter: '2/8',
    objectives: {},
    facts: [],
    skipped_abilities: [],
  };
}

const readReport = (data: unknown) => readWith(calderaReports, 'report.json', JSON.stringify(data, null, 1));

describe('an operation report', () => {
  test('is one exercise with a result for each link that was run', () => {
    const read = readReport(report(step()));
    expect(read.findings).toEqual([]);
    expect(read.exercises).toEqual([
      {
        format: 'caldera-report',
        title: 'Caldera operation Spring',
        date: '2026-06-13',
        summary: 'Adversary profile Discovery.',
        results: [
          {
            mapping: {
              written: 'T1105',
              id: 'T1105',
              tactic: 'command-and-control',
              provenance: 'declared',
              pointer: ['steps', 'abcdef', 'steps', 0, 'attack', 'technique_id'],
            },
            test: 'a-1',
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

  test.each([
    [0, true],
    [1, true],
    [124, true],
    [-1, false],
    [-2, false],
    [-4, false],
    [-5, false],
  ])('a link of status %i was run: %s', (status, isRun) => {
    const { exercises } = readReport(report(step({ name: 'First' }), step({ status })));
    expect(exercises[0]?.results).toHaveLength(isRun ? 2 : 1);
    expect(exercises[0]?.summary).toBe(
      isRun ? 'Adversary profile Discovery.' : 'Adversary profile Discovery. 1 ability was not run.',
    );
  });

  test('a link that waits for its agent was run only when it has a time', () => {
    expect(readReport(report(step({ status: -3, run: null }))).exercises).toEqual([]);
    expect(readReport(report(step({ status: -3 }))).exercises[0]?.results).toHaveLength(1);
  });

  test('how a command ended is a note, no outcome', () => {
    const read = readReport(report(step({ status: 1 }), step({ status: 124 })));
    expect(read.exercises[0]?.results.map(({ outcome, notes }) => [outcome, notes])).toEqual([
      ['executed', 'the command ended with an error'],
      ['executed', 'the command timed out'],
    ]);
  });

  test('a technique without an id goes by its name', () => {
    const read = readReport(report(step({ attack: { ...attack, technique_id: 'n/a' } })));
    expect(read.exercises[0]?.results[0]?.mapping).toMatchObject({
      written: 'Ingress Tool Transfer',
      id: 'Ingress Tool Transfer',
      pointer: ['steps', 'abcdef', 'steps', 0, 'attack', 'technique_name'],
    });
  });

  test('nothing run, nothing read, and the reason', () => {
    expect(readReport(report())).toMatchObject({
      isRecognised: true,
      exercises: [],
      ignored: 'that are Caldera operations nothing was run in',
    });
  });

  test('odd shapes are passed over', () => {
    const data = { ...report(null, 3, step({ attack: null, run: 5 })), host_group: [null], adversary: null };
    const read = readReport({ ...data, steps: { ...data.steps, x: null, y: { steps: 3 } } });
    expect(read.exercises).toEqual([]);
    expect(read.findings.map(({ rule }) => rule)).toEqual(['exercise/unmapped-result']);
  });
});

describe('an event log', () => {
  const event = (more: Record<string, unknown> = {}) => ({
    command: 'Z2V0',
    plaintext_command: 'get',
    delegated_timestamp: '2026-06-13 23:58:00',
    collected_timestamp: '2026-06-13 23:59:00',
    finished_timestamp: '2026-06-14 00:00:10',
    status: 0,
    platform: 'windows',
    executor: 'psh',
    pid: 12,
    agent_metadata: { paw: 'abcdef', host: 'ws01', username: 'tester' },
    ability_metadata: { ability_id: 'a-1', ability_name: 'Fetch a file', ability_description: 'Gets a file' },
    operation_metadata: {
      operation_name: 'Spring',
      operation_start: '2026-06-13 09:00:00',
      operation_adversary: 'Discovery',
    },
    attack_metadata: attack,
    ...more,
  });
  const readEvents = (data: unknown) => readWith(calderaEvents, 'events.json', JSON.stringify(data));

  test('gives what a report gives', () => {
    const [exercise] = readEvents([event(), event({ status: -3, finished_timestamp: null })]).exercises;
    const [reported] = readReport(report(step())).exercises;
    expect(exercise).toEqual({
      ...reported,
      format: 'caldera-events',
      date: '2026-06-14',
      summary: 'Adversary profile Discovery. 1 ability was not run.',
      results: [
        {
          ...reported?.results[0],
          date: '2026-06-14',
          mapping: { ...reported?.results[0]?.mapping, pointer: [0, 'attack_metadata', 'technique_id'] },
        },
      ],
    });
  });

  test('other JSON is neither log nor report', () => {
    for (const data of [
      [],
      {},
      null,
      [{ attack_metadata: {} }],
      { steps: {}, host_group: [] },
      { steps: [], host_group: [], adversary: {} },
    ]) {
      expect(readEvents(data).isRecognised || readReport(data).isRecognised, JSON.stringify(data)).toBe(
        false,
      );
    }
  });
});
