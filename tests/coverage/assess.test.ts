import { describe, expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import type { Assessment } from '../../src/coverage/assessment.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aDetection, aMapping, anExercise, aPlaybook, aWorkspace } from '../workspace-builder.ts';

function assessed(workspace: Workspace, id: string): Assessment {
  return assess(workspace).domains.get('enterprise')!.assessments.get(id)!;
}

const rule = (title: string, techniques: string[], more = {}) => aDetection({ title, techniques, ...more });
const passing = {
  passingTests: [{ kind: 'sigma-regression' as const, path: 'info.yml', summary: '1 event' }],
};

describe('the score', () => {
  const workspace = aWorkspace({
    detections: [
      rule('One', ['T1059.001'], { status: 'experimental' }),
      rule('Two', ['T1059.001'], { status: 'production', ...passing }),
      ...['Three', 'Four', 'Five', 'Six'].map((title) => rule(title, ['T1059.001'])),
    ],
    playbooks: [
      aPlaybook({ title: 'Hunt', techniques: ['T1059.001'] }),
      aPlaybook({ title: 'Other', techniques: ['T1059.001'] }),
    ],
    exercises: [anExercise({ date: '2026-06-01', outcomes: [['T1059.001', 'alerted']] })],
    now: '2026-11-20',
  });

  test('adds up term by term, from the best rule on, and ends at 100', () => {
    const { score, terms } = assessed(workspace, 'T1059.001');
    expect(terms.map(({ term, points }) => `${term} ${points}`)).toEqual([
      'detections 30',
      'detections 15',
      'tests 15',
      'playbooks 10',
      'playbooks 5',
      'proof 25',
    ]);
    expect(score).toBe(100);
  });

  test('the points of every technique add up to its score', () => {
    for (const { score, terms } of assess(workspace).domains.get('enterprise')!.assessments.values()) {
      expect(terms.reduce((sum, { points }) => sum + points, 0)).toBe(score);
      expect(Number.isInteger(score) && score >= 0 && score <= 100).toBe(true);
    }
  });

  test('never falls when evidence is added, unless it is a miss', () => {
    const steps: Partial<Pick<Workspace, 'detections' | 'playbooks' | 'exercises'>>[] = [
      { detections: [rule('One', ['T1059.001'], { status: 'experimental' })] },
      { detections: [rule('One', ['T1059.001']), rule('Two', ['T1059.001'])] },
      { detections: workspace.detections },
      { detections: workspace.detections, playbooks: workspace.playbooks },
      { detections: workspace.detections, playbooks: workspace.playbooks, exercises: workspace.exercises },
    ];
    const scores = steps.map(
      (step) => assessed(aWorkspace({ ...step, now: '2026-11-20' }), 'T1059.001').score,
    );
    expect(scores).toEqual(scores.toSorted((a, b) => a - b));
  });

  test('a miss cuts it to the cap, whatever else speaks for the technique', () => {
    const missed = anExercise({ date: '2026-10-01', outcomes: [['T1059.001', 'missed']] });
    const { level, score } = assessed(
      { ...workspace, exercises: [...workspace.exercises, missed] },
      'T1059.001',
    );
    expect({ level, score }).toEqual({ level: 'failed', score: 10 });
  });

  test('weights come from the config', () => {
    const config = { coverage: { weights: { firstDetection: 50, status: { production: 0.5 } } } };
    const detections = [rule('One', ['T1059.001'], { status: 'production' })];
    expect(assessed(aWorkspace({ config, detections }), 'T1059.001').score).toBe(25);
  });
});

describe('what counts', () => {
  test('a rule tagged with parent and child counts once in the roll-up and in each on its own', () => {
    const workspace = aWorkspace({ detections: [rule('Both', ['T1059', 'T1059.001'])] });
    const parent = assessed(workspace, 'T1059');
    expect(parent.detections).toHaveLength(1);
    expect(parent.detectionsRolledUp).toHaveLength(1);
    expect(assessed(workspace, 'T1059.001').detections).toHaveLength(1);
  });

  test('a rule of a parent never covers its sub-techniques', () => {
    const workspace = aWorkspace({ detections: [rule('Parent', ['T1059'])] });
    expect(assessed(workspace, 'T1059').level).toBe('claimed');
    expect(assessed(workspace, 'T1059.001')).toMatchObject({ level: 'none', score: 0 });
  });

  test('a parent written on the way to a sub-technique does not count for the parent', () => {
    const mappings = [{ ...aMapping('T1059'), path: true as const }, aMapping('T1059.001')];
    const parent = assessed(
      aWorkspace({ detections: [aDetection({ title: 'Elastic', mappings })] }),
      'T1059',
    );
    expect(parent.detections).toHaveLength(0);
    expect(parent).toMatchObject({ level: 'claimed', own: { level: 'none', score: 0 } });
  });

  test('library, deprecated and disabled rules never count and stay visible', () => {
    const workspace = aWorkspace({
      detections: [
        rule('Library', ['T1105'], { role: 'library' }),
        rule('Deprecated', ['T1105'], { status: 'deprecated' }),
        rule('Disabled', ['T1105'], { enabled: false }),
      ],
    });
    const { level, library, notCounting, reasons } = assessed(workspace, 'T1105');
    expect(level).toBe('none');
    expect(library.map(({ title }) => title)).toEqual(['Library']);
    expect(notCounting.map(({ title }) => title).toSorted()).toEqual(['Deprecated', 'Disabled']);
    expect(reasons).toEqual([
      '2 deployed detections not counted: 1 deprecated, 1 disabled.',
      '1 library rule could be deployed.',
    ]);
  });

  test('a revoked id speaks for its successor', () => {
    const mappings = [{ ...aMapping('T1562.001'), state: 'revoked' as const, resolved: 'T1685' }];
    const workspace = aWorkspace({ detections: [aDetection({ title: 'Old id', mappings })] });
    expect(assessed(workspace, 'T1685').level).toBe('claimed');
  });

  test('a playbook that is not current does not count', () => {
    const stale = aPlaybook({ title: 'Stale', techniques: ['T1105'], current: false, currentNot: 'retired' });
    expect(assessed(aWorkspace({ playbooks: [stale] }), 'T1105').level).toBe('none');
  });

  test('a block proves a technique no rule is written for', () => {
    const exercise = anExercise({ date: '2026-10-01', outcomes: [['T1105', 'blocked']] });
    expect(assessed(aWorkspace({ exercises: [exercise], now: '2026-11-20' }), 'T1105').level).toBe('proven');
  });

  test('proof outside the window is told and proves nothing', () => {
    const exercise = anExercise({ date: '2024-10-01', outcomes: [['T1105', 'detected']] });
    const { level, reasons } = assessed(aWorkspace({ exercises: [exercise], now: '2026-11-20' }), 'T1105');
    expect(level).toBe('none');
    expect(reasons[0]).toMatch(/^Last executed outside the proof window: detected on 2024-10-01/);
  });
});
