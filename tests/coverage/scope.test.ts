import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import type { Assessment, DomainCoverage } from '../../src/coverage/assessment.ts';
import { collectStats } from '../../src/coverage/stats.ts';
import type { Decision } from '../../src/scope/decision.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import {
  aDetection,
  aMapping,
  anExercise,
  aPlaybook,
  aWorkspace,
  embeddedBase,
} from '../workspace-builder.ts';

const enterprise = (workspace: Workspace): DomainCoverage => assess(workspace).domains.get('enterprise')!;
const assessed = (workspace: Workspace, id: string): Assessment => enterprise(workspace).assessments.get(id)!;

const aDecision = (techniques: string[], more: Partial<Decision> = {}): Decision => ({
  mappings: techniques.map((id) => aMapping(id)),
  state: 'accepted',
  reason: 'Somebody answers for it.',
  path: 'decisions.yaml',
  ...more,
});

const content = {
  detections: [
    aDetection({ title: 'PowerShell', techniques: ['T1059.001'] }),
    aDetection({ title: 'Unix shell', techniques: ['T1059.004', 'T1059'] }),
    aDetection({ title: 'Run key', techniques: ['T1547.001'] }),
    aDetection({ title: 'LSASS', techniques: ['T1003.001'], status: 'experimental' }),
  ],
  playbooks: [aPlaybook({ title: 'Loaders', techniques: ['T1059.007', 'T1055'] })],
  exercises: [
    anExercise({
      outcomes: [
        ['T1003.001', 'detected'],
        ['T1003.002', 'missed'],
        ['T1547.001', 'alerted'],
      ],
    }),
  ],
};

describe('a decision', () => {
  test('on a parent takes its sub-techniques with it, and one of their own wins', () => {
    const decisions = [
      aDecision(['T1059'], { reason: 'All.' }),
      aDecision(['T1059.001'], { reason: 'This one.', state: 'out-of-scope' }),
    ];
    const { assessments } = enterprise(aWorkspace({ decisions }));
    expect(assessments.get('T1059')?.scope).toMatchObject({ state: 'accepted', reason: 'All.' });
    expect(assessments.get('T1059.004')?.scope).toMatchObject({ state: 'accepted', reason: 'All.' });
    expect(assessments.get('T1059.001')?.scope).toMatchObject({ state: 'out-of-scope', reason: 'This one.' });
  });

  test('on a sub-technique says nothing of its parent or its siblings', () => {
    const { assessments } = enterprise(aWorkspace({ decisions: [aDecision(['T1059.001'])] }));
    expect(assessments.get('T1059')?.scope.state).toBe('in');
    expect(assessments.get('T1059.003')?.scope.state).toBe('in');
  });

  test('on a revoked id is one on its successor, without what stands under that today, and on an unknown one on nothing', () => {
    const workspace = aWorkspace({ decisions: [aDecision(['T1562.001', 'T9999'])] });
    expect(embeddedBase('enterprise').subtechniques('T1685').length).toBeGreaterThan(0);
    expect(enterprise(workspace).outOfScope).toBe(1);
    expect(assessed(workspace, 'T1685').scope.state).toBe('accepted');
  });

  test('wins over platforms, because somebody answers for it', () => {
    const workspace = aWorkspace({
      decisions: [aDecision(['T1610'])],
      config: { scope: { platforms: ['Windows'] } },
    });
    expect(assessed(workspace, 'T1610').scope).toMatchObject({ state: 'accepted' });
    expect(assessed(workspace, 'T1613').scope).toMatchObject({
      state: 'platform',
      reason: 'It happens on Containers only, none of which is ours.',
    });
  });
});

test('platforms compare without regard to case, and techniques without platforms are everybody’s', () => {
  const workspace = aWorkspace({
    config: { attack: { domains: ['enterprise', 'ics'] }, scope: { platforms: ['WINDOWS'] } },
  });
  const expected = embeddedBase('enterprise').techniques.filter(({ platforms }) =>
    platforms.includes('Windows'),
  ).length;
  const { domains } = assess(workspace);
  expect(domains.get('enterprise')).toMatchObject({ total: expected });
  expect(domains.get('ics')).toMatchObject({ outOfScope: 0, total: embeddedBase('ics').techniques.length });
});

test('what is out of scope is in no denominator: domain, tactics and stats', () => {
  const workspace = aWorkspace({ ...content, decisions: [aDecision(['T1547', 'T1003.001'])] });
  const coverage = assess(workspace);
  const before = enterprise(aWorkspace(content));
  const after = coverage.domains.get('enterprise')!;
  const out = 1 + embeddedBase('enterprise').subtechniques('T1547').length + 1;
  expect(after.outOfScope).toBe(out);
  expect(after.total).toBe(before.total - out);
  expect(Object.values(after.levels).reduce((sum, count) => sum + count, 0)).toBe(after.total);
  // T1547 by its sub-technique, T1547.001, T1003.001 and with it T1003.
  expect(before.covered - after.covered).toBe(4);
  const persistence = ({ tactics }: DomainCoverage) =>
    tactics.find(({ tactic }) => tactic === 'persistence')!;
  expect(persistence(after).outOfScope).toBe(out - 1);
  expect(persistence(after).total).toBe(persistence(before).total - (out - 1));
  expect(collectStats(workspace, coverage).domains[0]).toMatchObject({
    total: after.total,
    outOfScope: out,
    covered: after.covered,
  });
});

describe('the roll-up', () => {
  test('leaves out sub-techniques that are out of scope', () => {
    const before = assessed(aWorkspace(content), 'T1003');
    const after = assessed(aWorkspace({ ...content, decisions: [aDecision(['T1003.001'])] }), 'T1003');
    expect(before).toMatchObject({ level: 'claimed', subtechniques: { proven: 1, failed: 1 } });
    expect(before.detectionsRolledUp).toHaveLength(1);
    expect(after).toMatchObject({ level: 'failed', subtechniques: { proven: 0, failed: 1 } });
    expect(after.detectionsRolledUp).toHaveLength(0);
  });

  test('of a parent whose sub-techniques are all out is its own evidence', () => {
    const subtechniques = embeddedBase('enterprise')
      .subtechniques('T1059')
      .map(({ id }) => id);
    const parent = assessed(aWorkspace({ ...content, decisions: [aDecision(subtechniques)] }), 'T1059');
    expect(parent.scope.state).toBe('in');
    expect(parent.subtechniques).toBeUndefined();
    expect({ level: parent.level, score: parent.score }).toEqual(parent.own);
    expect(parent.level).toBe('claimed');
  });

  test('taking techniques out never changes the level or score of another but their parent', () => {
    const base = enterprise(aWorkspace(content));
    const knowledge = embeddedBase('enterprise');
    const touched = ['T1059', 'T1059.001', 'T1059.004', 'T1059.007', 'T1003', 'T1003.001', 'T1003.002'];
    const anyId = fc.oneof(
      fc.constantFrom(...touched, 'T1547.001', 'T1547', 'T1055'),
      fc.constantFrom(...knowledge.techniques.map(({ id }) => id)),
    );
    fc.assert(
      fc.property(fc.uniqueArray(anyId, { minLength: 1, maxLength: 8 }), (ids) => {
        const { assessments, total, outOfScope } = enterprise(
          aWorkspace({ ...content, decisions: [aDecision(ids)] }),
        );
        expect(total + outOfScope).toBe(assessments.size);
        const mayChange = new Set(ids.flatMap((id) => [id, knowledge.technique(id)?.parent ?? id]));
        for (const [id, { level, score, own }] of assessments) {
          const before = base.assessments.get(id)!;
          expect(own).toEqual(before.own);
          if (!mayChange.has(id)) expect([id, level, score]).toEqual([id, before.level, before.score]);
        }
      }),
      { numRuns: 25, seed: 2026 },
    );
  });
});

describe('out of scope, nothing is missing, nothing has priority, and the first reason says why', () => {
  test.each<[Partial<Decision>, string]>([
    [{}, 'Accepted risk: Somebody answers for it.'],
    [{ owner: 'board' }, 'Accepted risk: Somebody answers for it (owner board).'],
    [
      { owner: 'board', review: '2026-06-30' },
      'Accepted risk: Somebody answers for it (owner board, review due 2026-06-30, overdue).',
    ],
    [
      { state: 'out-of-scope', reason: 'We have none', review: '2026-07-01' },
      'Out of scope: We have none (review due 2026-07-01).',
    ],
  ])('%j', (more, reason) => {
    const workspace = aWorkspace({ ...content, decisions: [aDecision(['T1059.001'], more)] });
    const { reasons, missing, priority, level, relevance } = assessed(workspace, 'T1059.001');
    expect(reasons).toEqual([reason, '1 counting detection: “PowerShell”.']);
    expect({ missing, priority, level }).toEqual({ missing: [], priority: 0, level: 'claimed' });
    expect(relevance).toBeGreaterThan(0);
  });

  test('a platform', () => {
    const workspace = aWorkspace({ config: { scope: { platforms: ['Linux'] } } });
    expect(assessed(workspace, 'T1003.001').reasons[0]).toBe(
      'Not on our platforms: It happens on Windows only, none of which is ours.',
    );
  });
});
