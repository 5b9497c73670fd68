import { describe, expect, test } from 'vitest';
import { robustnessOf, sourceRobustness } from '../../src/coverage/robustness.ts';
import { judgeDraft } from '../../src/robustness/judge-draft.ts';
import { withOverrides } from '../../src/robustness/override.ts';
import { judgeByTeam } from '../../src/workspace/judge-by-team.ts';
import { aDetection, aWorkspace } from '../workspace-builder.ts';
import { judgeRule } from './evading.ts';

describe("a rule's own tag", () => {
  const behaviour = { selection: { EventID: 1102 } };
  const hash = { selection: { MD5: '0f1e2d3c4b5a69788796a5b4c3d2e1f0' } };

  test.each([
    ['stp.5', behaviour, 'behaviour', { level: 5, stated: true }],
    ['stp.3k', hash, 'behaviour', { level: 3, column: 'K', stated: true }],
    ['stp.2a', behaviour, 'tool', { level: 2, column: 'A', stated: true }],
    ['STP.1U', behaviour, 'artefact', { level: 1, column: 'U', stated: true }],
    ['stp.1', hash, 'hash', { level: 1, stated: true }],
  ] as const)('%s wins over the query', (tag, detection, rung, summit) => {
    const judgement = judgeRule(detection, undefined, ['cve.2020-1', tag]);
    expect(judgement).toMatchObject({ rung, by: 'tag' });
    expect(judgement.summit).toEqual(summit);
    expect(judgement.because).toContain(`\`${tag}\``);
  });

  test('a tag that only looks like one is none', () => {
    expect(judgeRule(behaviour, undefined, ['stp.9z', 'stp.exe']).by).toBe('query');
  });
});

describe("a team's word", () => {
  const byKey = aDetection({ title: 'One', robustness: judgeRule({ selection: { EventID: 1102 } }) });
  const byId = aDetection({ title: 'Two', id: '5a8f2f0e-0000-4000-8000-000000000002' });
  const overrides = [
    { detection: byKey.key, rung: 'tool' as const, reason: 'Only this tool clears logs here' },
    { detection: '5a8f2f0e-0000-4000-8000-000000000002', rung: 'hash' as const, reason: 'Watch list.' },
    { detection: 'nobody', rung: 'ip' as const, reason: 'Gone' },
  ];

  test('wins over the query and keeps what the query keys on', () => {
    const { detections } = withOverrides([byKey, byId], overrides);
    expect(detections[0]?.robustness).toMatchObject({
      rung: 'tool',
      because: 'Only this tool clears logs here.',
      by: 'team',
      parts: [{ field: 'EventID' }],
    });
    expect(detections[0]?.robustness).not.toHaveProperty('summit');
    expect(detections[1]?.robustness).toEqual({
      rung: 'hash',
      because: 'Watch list.',
      parts: [],
      by: 'team',
    });
  });

  test('about nobody is reported at its entry', () => {
    const { config } = aWorkspace({ config: { robustness: overrides } });
    const { pending } = judgeByTeam([byKey, byId], config);
    expect(pending).toMatchObject([
      {
        finding: { rule: 'robustness/unknown-detection', severity: 'warning' },
        at: { pointer: ['robustness', 2, 'detection'] },
      },
    ]);
    expect(pending[0]?.finding.message).toMatch(/^Unexpected `nobody`, expected /);
  });
});

describe('not judged', () => {
  test.each([
    ['a rule without a query', {}, /^It has no query/],
    ['a language nobody takes apart', { query: 'x', language: 'morse' }, /^Queries in morse/],
  ])('%s', (_, overrides, because) => {
    const judgement = judgeDraft({ ...aDetection(), ...overrides });
    expect(judgement).toMatchObject({ by: 'not-judged', parts: [] });
    expect(judgement?.because).toMatch(because);
    expect(judgement).not.toHaveProperty('rung');
  });

  test('a correlation has no query of its own', () => {
    expect(judgeRule({}, {}).by).toBe('not-judged');
  });
});

test('rungs are counted over all rules and source by source', () => {
  const tool = judgeRule({ selection: { OriginalFileName: 'lazytool.exe' } });
  const detections = [
    aDetection({ title: 'A', source: 'one', robustness: tool }),
    aDetection({ title: 'B', source: 'one' }),
    aDetection({ title: 'C', source: 'two', robustness: judgeRule({ selection: { EventID: 1102 } }) }),
  ];
  expect(robustnessOf(detections)).toMatchObject({
    best: 'behaviour',
    spread: { tool: 1, behaviour: 1, 'not-judged': 1 },
  });
  const bySource = sourceRobustness(detections);
  expect([...bySource.keys()]).toEqual(['one', 'two']);
  expect(bySource.get('one')).toMatchObject({ tool: 1, behaviour: 0, 'not-judged': 1 });
});
