import { describe, expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import type { Assessment } from '../../src/coverage/assessment.ts';
import { ledgerOf, type LedgerLine } from '../../src/coverage/ledger.ts';
import { proofEnd } from '../../src/coverage/proof-end.ts';
import { techniquePast } from '../../src/coverage/technique-past.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aDetection, anExercise, aPlaybook, aWorkspace } from '../workspace-builder.ts';

const ID = 'T1059.001';

function assessed(workspace: Workspace, id = ID): Assessment {
  const assessment = assess(workspace).domains.get('enterprise')?.assessments.get(id);
  if (!assessment) throw new Error(`no assessment of ${id}`);
  return assessment;
}

function ledger(content: Parameters<typeof aWorkspace>[0], id = ID): LedgerLine[] {
  const workspace = aWorkspace(content);
  return ledgerOf(assessed(workspace, id), workspace.config.coverage.weights);
}

const weak = aDetection({ title: 'Weak', status: 'experimental', techniques: [ID] });
const tested = aDetection({
  title: 'Tested',
  techniques: [ID],
  passingTests: [{ kind: 'sigma-regression', summary: '1 event' }],
});
const hunt = aPlaybook({ title: 'Hunt', techniques: [ID] });
const seen = anExercise({ title: 'Seen', outcomes: [[ID, 'detected']] });

describe('the ledger of a technique', () => {
  test('traces each term to the items it counts, the strongest rule first', () => {
    const lines = ledger({ detections: [weak, tested], playbooks: [hunt], exercises: [seen] });
    expect(lines.map(({ term, items }) => [term, items.map(({ title }) => title)])).toEqual([
      ['detections', ['Tested']],
      ['detections', ['Weak']],
      ['tests', ['Tested']],
      ['playbooks', ['Hunt']],
      ['proof', ['Seen']],
    ]);
  });

  test('adds up to the score, with what adds nothing in it', () => {
    const workspace = aWorkspace({
      detections: [
        weak,
        tested,
        aDetection({ title: 'Old', status: 'deprecated', techniques: [ID] }),
        aDetection({ title: 'Offered', role: 'library', source: 'sigmahq', techniques: [ID] }),
      ],
      exercises: [anExercise({ title: 'Missed', outcomes: [[ID, 'missed']] })],
    });
    const assessment = assessed(workspace);
    const lines = ledgerOf(assessment, workspace.config.coverage.weights);
    expect(lines.reduce((sum, { points }) => sum + points, 0)).toBe(assessment.score);
    expect(lines.filter(({ points }) => points === 0).map(({ term }) => term)).toEqual([
      'not counted',
      'library',
    ]);
    expect(lines.find(({ term }) => term === 'failed')?.items).toEqual([
      { key: expect.any(String) as string, title: 'Missed' },
    ]);
  });

  test('says of a run that proves nothing that it was run', () => {
    const [line] = ledger({ exercises: [anExercise({ title: 'Run', outcomes: [[ID, 'executed']] })] });
    expect(line).toMatchObject({ term: 'exercises', points: 0, items: [{ title: 'Run' }] });
    expect(line?.because).toContain('executed once');
  });

  test('says of a miss that costs nothing that it is one', () => {
    const [line] = ledger({ exercises: [anExercise({ title: 'Run', outcomes: [[ID, 'missed']] })] });
    expect(line?.because).toBe('newest result is a miss');
  });

  test('says how much of a parent its sub-techniques speak for', () => {
    const parent = aDetection({ title: 'Parent', techniques: ['T1059'] });
    const lines = ledger({ detections: [weak, parent] }, 'T1059');
    expect(lines.at(-1)).toMatchObject({ term: 'sub-techniques', points: 0 });
    expect(lines.at(-1)?.because).toMatch(/^1 of \d+ sub-techniques with evidence/);
  });

  test('is empty where nothing is known', () => {
    expect(ledger({})).toEqual([]);
  });
});

test('a proof counts to the last day of its window, a miss to none', () => {
  expect(proofEnd(assessed(aWorkspace({ exercises: [seen] })), { proofWindow: 365 })).toBe('2027-06-01');
  const missed = anExercise({ outcomes: [[ID, 'missed']] });
  expect(proofEnd(assessed(aWorkspace({ exercises: [missed] })), { proofWindow: 365 })).toBeUndefined();
});

test('a technique’s past says where it stood first, and since when it stands where it stands', () => {
  const levels = { none: 0, hunted: 0, claimed: 0, tested: 0, proven: 0, failed: 0 };
  const point = (date: string, score: number) => ({
    date,
    commits: [],
    domains: {
      enterprise: {
        levels,
        total: 0,
        covered: 0,
        tactics: {},
        techniques: score > 0 ? { [ID]: ['claimed', score, 1] as const } : {},
      },
    },
  });
  const history = {
    changes: [],
    notes: [],
    points: [point('2026-01-01', 0), point('2026-02-01', 20), point('2026-03-01', 25)],
  };
  expect(techniquePast(history, 'enterprise', ID)).toEqual({
    from: '2026-01-01',
    before: { level: 'none', score: 0 },
    now: { level: 'claimed', score: 25 },
    since: '2026-02-01',
  });
  expect(techniquePast({ ...history, points: history.points.slice(0, 1) }, 'enterprise', ID)).toBeUndefined();
});
