import { expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import { dueSoon, type DueSoon } from '../../src/coverage/due-soon.ts';
import { headlineOf, type Headline } from '../../src/coverage/headline.ts';
import { outlookOf } from '../../src/coverage/outlook.ts';
import { aDetection, aMapping, anExercise, aPlaybook, aWorkspace } from '../workspace-builder.ts';

function headline(content: Parameters<typeof aWorkspace>[0]): Headline {
  const workspace = aWorkspace(content);
  const coverage = assess(workspace);
  const enterprise = coverage.domains.get('enterprise')!;
  return headlineOf(enterprise, outlookOf(workspace, coverage).gaps.get('enterprise') ?? []);
}

function due(content: Parameters<typeof aWorkspace>[0]): DueSoon {
  const workspace = aWorkspace(content);
  const coverage = assess(workspace);
  return dueSoon(workspace, coverage, outlookOf(workspace, coverage).backlog);
}

test('what is proven is counted of what is covered, what is missed of what was exercised', () => {
  const { covered, proven, hunted, failed } = headline({
    detections: [aDetection({ techniques: ['T1113'] }), aDetection({ title: 'B', techniques: ['T1115'] })],
    playbooks: [aPlaybook({ techniques: ['T1005'] })],
    exercises: [
      anExercise({
        outcomes: [
          ['T1113', 'detected'],
          ['T1123', 'missed'],
          ['T1125', 'executed'],
        ],
      }),
    ],
  });
  expect(covered.number).toBe(2);
  expect(proven).toEqual({ number: 1, of: 2 });
  expect(hunted).toEqual({ number: 1, of: covered.of });
  expect(failed).toEqual({ number: 1, of: 2 });
});

test('what is out of scope is in no number', () => {
  const all = headline({});
  const windows = headline({ config: { scope: { platforms: ['Windows'] } } });
  expect(windows.covered.of).toBeLessThan(all.covered.of);
  expect(windows.gaps.of).toBeLessThan(all.gaps.of);
  expect(windows.gaps.number).toBeLessThanOrEqual(windows.gaps.of);
});

test('a proof is due when 30 days or less of its window are left', () => {
  const on = (date: string): DueSoon['proofs'] =>
    due({ exercises: [anExercise({ date, outcomes: [['T1113', 'detected']] })] }).proofs;
  expect(on('2025-07-31')).toEqual([{ technique: 'T1113', ends: '2026-07-31', days: 30 }]);
  expect(on('2025-08-01')).toEqual([]);
  expect(on('2025-07-01')).toEqual([{ technique: 'T1113', ends: '2026-07-01', days: 0 }]);
  expect(on('2025-06-30')).toEqual([]);
});

test('a newer proof puts the day off', () => {
  const exercises = ['2025-07-10', '2026-05-01'].map((date) =>
    anExercise({ title: date, date, outcomes: [['T1113', 'detected']] }),
  );
  expect(due({ exercises }).proofs).toEqual([]);
});

test('a decision is due from 30 days before its review on', () => {
  const decisions = ['2026-07-31', '2026-08-01', '2026-01-01'].map((review) => ({
    mappings: [aMapping('T1113')],
    state: 'accepted' as const,
    reason: 'It is.',
    review,
    path: 'coverbook.yaml',
  }));
  expect(due({ decisions }).decisions.map(({ review }) => review)).toEqual(['2026-01-01', '2026-07-31']);
});

test('a counting rule without a date is stale, a library’s never', () => {
  const detections = [aDetection({ title: 'A' }), aDetection({ title: 'B', source: 'lib', role: 'library' })];
  expect(due({ detections }).staleRules.map(({ title }) => title)).toEqual(['A']);
});
