import { expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import { aDetection, anExercise, aPlaybook, aWorkspace } from '../workspace-builder.ts';

function reasons(technique: string, content: Parameters<typeof aWorkspace>[0]): string[] {
  return assess(aWorkspace(content)).domains.get('enterprise')!.assessments.get(technique)!.reasons;
}

const rule = aDetection({ title: 'Rule', techniques: ['T1059.001'] });
const tested = aDetection({
  title: 'Tested',
  techniques: ['T1059.001'],
  passingTests: [{ kind: 'sigma-regression', summary: '' }],
});
const hunt = aPlaybook({ title: 'Hunt', techniques: ['T1059.001'] });

test('a result that proves or fails comes first', () => {
  for (const [outcome, words] of [
    ['detected', 'Seen by our environment'],
    ['missed', 'Executed and missed'],
  ] as const) {
    const exercises = [anExercise({ outcomes: [['T1059.001', outcome]] })];
    const said = reasons('T1059.001', { detections: [rule, tested], playbooks: [hunt], exercises });
    expect(said[0]).toContain(words);
  }
});

test('what was only executed or only logged comes after the rules and hunts that decide', () => {
  for (const outcome of ['executed', 'logged'] as const) {
    const exercises = [anExercise({ outcomes: [['T1059.001', outcome]] })];
    expect(reasons('T1059.001', { detections: [rule], playbooks: [hunt], exercises })).toEqual([
      '1 counting detection: “Rule”.',
      '1 current playbook: “Hunt”.',
      expect.stringMatching(/^Executed/),
    ]);
  }
});

test('a passing test comes before the rules', () => {
  expect(reasons('T1059.001', { detections: [rule, tested] })[0]).toMatch(/^1 of 2 counting detections with/);
});

test('sub-techniques come first where they decide, and last where the technique’s own evidence does', () => {
  const parent = aPlaybook({ title: 'Of the parent', techniques: ['T1059'] });
  expect(reasons('T1059', { detections: [rule], playbooks: [parent] })).toEqual([
    '1 of 13 sub-techniques with evidence: 1 claimed.',
    '1 current playbook: “Of the parent”.',
  ]);
  const own = aDetection({ title: 'Own', techniques: ['T1059'] });
  expect(reasons('T1059', { detections: [rule, own] })).toEqual([
    '1 counting detection: “Own”.',
    '1 of 13 sub-techniques with evidence: 1 claimed.',
  ]);
});
