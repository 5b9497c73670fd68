import { describe, expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import type { Domain } from '../../src/attack/domain.ts';
import type { Analytic } from '../../src/attack/facts.ts';
import { assess } from '../../src/coverage/assess.ts';
import { ruleWithoutVisibility, visibleWithoutRule } from '../../src/coverage/visibility-gaps.ts';
import { visibilityOf } from '../../src/coverage/visibility.ts';
import type { CollectedLog } from '../../src/visibility/collected-log.ts';
import { aDetection, anExercise, aWorkspace, embeddedBase } from '../workspace-builder.ts';

/** A technique T1 whose analytics are these: platforms, and the data components each reads. */
function knowledgeOf(...analytics: [platforms: string[], components: string[], log?: string][]) {
  return createKnowledgeBase({
    ...embeddedBase('enterprise').facts,
    dataComponents: ['A', 'B', 'C'].map((id) => ({ id, name: `Data ${id}` })),
    detectionStrategies: [{ id: 'DET1', name: 'Strategy', analytics: analytics.map((_, at) => `AN${at}`) }],
    detects: [['DET1', 'T1']],
    analytics: analytics.map(([platforms, dataComponents, log], at): Analytic => ({
      id: `AN${at}`,
      name: `Analytic ${at}`,
      platforms,
      dataComponents,
      logSources:
        log === undefined ? [] : dataComponents.map((dataComponent) => ({ name: log, dataComponent })),
    })),
  });
}

const aLog = (component: string, platforms: string[] = [], domains?: Domain[]): CollectedLog => ({
  dataComponent: `Data ${component}`,
  components: [component],
  platforms,
  ...(domains && { domains }),
  source: 'team',
  path: 'visibility.yaml',
});

type Case = [
  title: string,
  analytics: Parameters<typeof knowledgeOf>,
  logs: CollectedLog[],
  platforms: string[],
  state: string,
  share: number,
];

test.each<Case>([
  ['nothing is collected', [[['Windows'], ['A', 'B']]], [], [], 'blind', 0],
  ['a part is collected', [[['Windows'], ['A', 'B']]], [aLog('A')], [], 'partial', 50],
  [
    'all of one analytic is collected',
    [
      [['Windows'], ['A']],
      [['Linux'], ['B', 'C']],
    ],
    [aLog('A')],
    [],
    'visible',
    33,
  ],
  [
    'parts of two analytics are no whole of one',
    [
      [['Windows'], ['A', 'B']],
      [['Linux'], ['B', 'C']],
    ],
    [aLog('A'), aLog('C')],
    [],
    'partial',
    67,
  ],
  ['a log of another platform shows nothing', [[['Windows'], ['A']]], [aLog('A', ['Linux'])], [], 'blind', 0],
  [
    'platforms compare without regard to case',
    [[['Windows'], ['A']]],
    [aLog('A', ['windows'])],
    ['WINDOWS'],
    'visible',
    100,
  ],
  [
    'what is collected on two platforms is whole on neither',
    [
      [
        ['Windows', 'Linux'],
        ['A', 'B'],
      ],
    ],
    [aLog('A', ['Windows']), aLog('B', ['Linux'])],
    [],
    'partial',
    100,
  ],
  [
    'a log on a platform that is not ours does not count',
    [[['Windows', 'Linux'], ['A']]],
    [aLog('A', ['Linux'])],
    ['Windows'],
    'blind',
    0,
  ],
  [
    'analytics of other platforms say nothing',
    [
      [['Windows'], ['A']],
      [['Linux'], ['B']],
    ],
    [aLog('B')],
    ['Windows'],
    'blind',
    0,
  ],
  ['all analytics are for other platforms', [[['Linux'], ['A']]], [aLog('A')], ['Windows'], 'unknown', 0],
  ['ATT&CK names no data', [[['Windows'], []]], [aLog('A')], [], 'unknown', 0],
  [
    'an analytic without platforms is for all',
    [[[], ['A']]],
    [aLog('A', ['Linux'])],
    ['Windows'],
    'visible',
    100,
  ],
  ['a log of another domain shows nothing', [[['Windows'], ['A']]], [aLog('A', [], ['ics'])], [], 'blind', 0],
  [
    'a log of this domain does',
    [[['Windows'], ['A']]],
    [aLog('A', [], ['ics', 'enterprise'])],
    [],
    'visible',
    100,
  ],
])('%s', (_, analytics, logs, platforms, state, share) => {
  expect(visibilityOf('T1', knowledgeOf(...analytics), logs, platforms)).toMatchObject({ state, share });
});

test('components are told with ATT&CK’s logs and ours, what most analytics read first', () => {
  const log = aLog('B');
  const knowledge = knowledgeOf([['Windows'], ['A', 'B'], 'Sensor'], [['Linux'], ['B'], 'Audit']);
  expect(visibilityOf('T1', knowledge, [log], []).components).toEqual([
    { id: 'B', name: 'Data B', logSources: ['Audit', 'Sensor'], collected: [log] },
    { id: 'A', name: 'Data A', logSources: ['Sensor'], collected: [] },
  ]);
});

test('a log counts from the day it is collected', () => {
  const stateOn = (now: string) => {
    const components = embeddedBase('enterprise').facts.dataComponents.map(({ id }) => id);
    const visibility = [{ ...aLog('A'), components, since: '2026-03-01' }];
    return assess(aWorkspace({ visibility, now })).domains.get('enterprise')!.assessments.get('T1059.001')!
      .visibility?.state;
  };
  expect([stateOn('2026-02-28'), stateOn('2026-03-01')]).toEqual(['blind', 'visible']);
});

test('without a word of what is collected, nothing is said of visibility', () => {
  const { assessments } = assess(aWorkspace()).domains.get('enterprise')!;
  for (const assessment of assessments.values()) {
    expect(assessment).not.toHaveProperty('visibility');
    expect(assessment.missing).not.toContain('visibility');
  }
});

describe('rules and visibility that do not meet', () => {
  // What the one Windows analytic of T1110.003 reads.
  const visibility = [{ ...aLog('x', ['Windows']), components: ['DC0002'] }];
  const { domains } = assess(
    aWorkspace({
      visibility,
      detections: [
        aDetection({ title: 'LSASS', techniques: ['T1003.001'] }),
        aDetection({ title: 'Guessing', techniques: ['T1110.001'] }),
        aDetection({ title: 'Off', techniques: ['T1547.001'], enabled: false }),
        aDetection({ title: 'Out', techniques: ['T1053.005'] }),
      ],
      exercises: [anExercise({ outcomes: [['T1110.004', 'blocked']] })],
      config: { scope: { platforms: ['Windows'] } },
      decisions: [
        {
          mappings: aDetection({ techniques: ['T1053.005'] }).mappings,
          state: 'accepted',
          reason: 'x',
          path: 'x',
        },
      ],
    }),
  );
  const domain = domains.get('enterprise')!;

  test('visible without a rule: neither where there is one nor where it was blocked without', () => {
    const ids = visibleWithoutRule(domain).map(({ assessment }) => assessment.technique);
    expect(ids).toContain('T1110.003');
    for (const id of ['T1110.001', 'T1110.004', 'T1003.001']) expect(ids).not.toContain(id);
    expect(visibleWithoutRule(domain)[0]?.collected.map(({ id }) => id)).toContain('DC0002');
  });

  test('a rule without visibility: counting ones only, in scope, with what is not collected', () => {
    const found = ruleWithoutVisibility(domain);
    expect(found.map(({ assessment }) => assessment.technique)).toEqual(['T1003.001']);
    expect(found[0]?.missing.map(({ name }) => name).toSorted()).toEqual([
      'File Creation',
      'Process Access',
      'Process Creation',
      'User Account Metadata',
      'Windows Registry Key Modification',
    ]);
  });

  test('both go by priority, then by id', () => {
    const components = embeddedBase('enterprise').facts.dataComponents.map(({ id }) => id);
    const everything = assess(aWorkspace({ visibility: [{ ...aLog('x'), components }] })).domains.get(
      'enterprise',
    )!;
    const order = visibleWithoutRule(everything).map(({ assessment: { priority, technique } }) => ({
      priority,
      technique,
    }));
    expect(order.length).toBeGreaterThan(600);
    expect(order[0]?.priority).toBe(100);
    expect(order).toEqual(
      order.toSorted((a, b) => b.priority - a.priority || (a.technique < b.technique ? -1 : 1)),
    );
  });
});
