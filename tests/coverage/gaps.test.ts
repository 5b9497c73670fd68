import { describe, expect, test } from 'vitest';
import { assess } from '../../src/coverage/assess.ts';
import type { Gap } from '../../src/coverage/gap.ts';
import { gapsOf } from '../../src/coverage/gaps.ts';
import { nextSteps } from '../../src/coverage/next-steps.ts';
import type { AtomicTest } from '../../src/exercises/atomic-test.ts';
import type { ThreatProfile } from '../../src/threats/threat-profile.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aDetection, aMapping, anExercise, aPlaybook, aWorkspace } from '../workspace-builder.ts';

/** Scattered Spider and FIN6 both use T1078; of T1003.003 the first only, of T1119 the second only. */
const RETAIL = aProfile({
  id: 'retail',
  actors: [
    { actor: 'G1015', weight: 10 },
    { actor: 'FIN6', weight: 7 },
  ],
});

function aProfile(overrides: Partial<ThreatProfile>): ThreatProfile {
  return {
    format: 'coverbook',
    id: 'profile',
    title: 'Our actors',
    actors: [],
    procedures: [],
    techniques: [],
    source: 'team',
    path: 'threats/profile.yaml',
    ...overrides,
  };
}

function anAtomic(technique: string, overrides: Partial<AtomicTest> = {}): AtomicTest {
  return {
    guid: '00000000-0000-4000-8000-000000000001',
    name: 'Ask for it',
    mapping: aMapping(technique),
    platforms: ['windows'],
    elevated: false,
    lines: { from: 1, to: 5 },
    ordinal: 0,
    source: 'team',
    path: 'atomics/x.yaml',
    ...overrides,
  };
}

function gaps(workspace: Workspace, profile?: number): Gap[] {
  const coverage = assess(workspace);
  return gapsOf(
    workspace,
    coverage,
    'enterprise',
    profile === undefined ? undefined : coverage.profiles[profile],
  );
}

function gapOn(technique: string, workspace: Workspace): Gap {
  const gap = gaps(workspace).find((one) => one.technique === technique);
  if (!gap) throw new Error(`no gap on ${technique}`);
  return gap;
}

describe('which techniques are gaps', () => {
  test('those the profile’s actors use and nothing covers, most pressing first', () => {
    const found = gaps(aWorkspace({ threats: [RETAIL] }));
    expect(found.every(({ relevance, priority }) => relevance > 0 && priority === relevance)).toBe(true);
    const order = found.map(
      ({ priority, relevance, technique }) => [-priority, -relevance, technique] as const,
    );
    const sorted = [...order].sort((a, b) => a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : 1));
    expect(order).toEqual(sorted);
    const ids = found.map(({ technique }) => technique);
    expect(ids).toContain('T1078');
    // Nobody of the two uses Kerberoasting by ATT&CK.
    expect(ids).not.toContain('T1558.004');
  });

  test('without a profile those that any group uses', () => {
    const workspace = aWorkspace();
    const used = new Set(
      workspace.knowledge
        .get('enterprise')!
        .facts.uses.flatMap(([who, what]) => (who.startsWith('G') ? [what] : [])),
    );
    const ids = gaps(workspace).map(({ technique }) => technique);
    const active = workspace.knowledge.get('enterprise')!.techniques.filter(({ id }) => used.has(id));
    expect([...ids].sort()).toEqual(active.map(({ id }) => id));
  });

  test('what is out of scope is none, whoever uses it', () => {
    const decisions = [
      { mappings: [aMapping('T1078')], state: 'accepted' as const, reason: 'The board decided.', path: 'x' },
    ];
    const ids = gaps(aWorkspace({ threats: [RETAIL], decisions })).map(({ technique }) => technique);
    expect(ids.filter((id) => id.startsWith('T1078'))).toEqual([]);
  });

  test('what is proven, hunted and lacks nothing is none', () => {
    const everything = {
      threats: [RETAIL],
      detections: [
        aDetection({
          title: 'Rule',
          techniques: ['T1119'],
          modified: '2026-06-01',
          passingTests: [{ kind: 'sigma-regression', summary: '1 event' }],
        }),
      ],
      playbooks: [aPlaybook({ title: 'Hunt', techniques: ['T1119'], reviewed: '2026-06-01' })],
      exercises: [anExercise({ outcomes: [['T1119', 'detected']] })],
    };
    expect(gaps(aWorkspace(everything)).map(({ technique }) => technique)).not.toContain('T1119');
    const missed = { ...everything, exercises: [anExercise({ outcomes: [['T1119', 'missed']] })] };
    expect(gapOn('T1119', aWorkspace(missed)).missing).toContain('miss');
  });

  test('the score takes its share of the priority', () => {
    const gap = gapOn(
      'T1078',
      aWorkspace({ threats: [RETAIL], detections: [aDetection({ techniques: ['T1078'] })] }),
    );
    expect(gap).toMatchObject({ relevance: 100, score: 30, priority: 70, level: 'claimed' });
  });

  test('another profile ranks by its own actors', () => {
    const other = aProfile({ id: 'other', title: 'Others', actors: [{ actor: 'G0016', weight: 3 }] });
    const workspace = aWorkspace({ threats: [RETAIL, other] });
    const [first, second] = [gaps(workspace), gaps(workspace, 1)];
    expect(second.every(({ users }) => users.every(({ id }) => id === 'G0016'))).toBe(true);
    expect(first.map(({ technique }) => technique)).not.toEqual(second.map(({ technique }) => technique));
  });
});

describe('what a gap says', () => {
  test('its users are the profile’s, by weight, and the sentence names them and what is missing', () => {
    expect(gapOn('T1078', aWorkspace({ threats: [RETAIL] }))).toMatchObject({
      users: [
        { id: 'G1015', name: 'Scattered Spider', weight: 10 },
        { id: 'G0037', name: 'FIN6', weight: 7 },
      ],
      why: 'Scattered Spider and FIN6 use it; no rule that counts detects it and no current playbook hunts for it.',
    });
  });

  test('without a profile it says how many groups', () => {
    const workspace = aWorkspace({ detections: [aDetection({ techniques: ['T1119'] })] });
    const groups = workspace.knowledge
      .get('enterprise')!
      .usersOf('T1119')
      .filter(({ type }) => type === 'group');
    expect(gapOn('T1119', workspace).why).toMatch(new RegExp(`^${groups.length} groups use it; `));
  });

  test('an actor of the profile’s own is a user by its name', () => {
    const profile = aProfile({
      actors: [{ actor: 'Till Snatchers', weight: 4, own: true }],
      procedures: [
        { mapping: aMapping('T1119'), actor: 'Till Snatchers', text: 'Ran a script every night.' },
      ],
    });
    const gap = gapOn('T1119', aWorkspace({ threats: [profile] }));
    expect(gap.users).toEqual([{ id: 'Till Snatchers', name: 'Till Snatchers', weight: 4 }]);
    expect(gap.closes.playbook?.hypothesis).toContain('“Ran a script every night”');
  });

  test('what was seen without knowing who did it is no user', () => {
    const profile = aProfile({
      actors: [{ actor: 'G1015', weight: 2 }],
      procedures: [{ mapping: aMapping('T1119'), text: 'Seen in spring.' }],
    });
    const gap = gapOn('T1119', aWorkspace({ threats: [profile] }));
    expect(gap.users).toEqual([]);
    expect(gap.why).toMatch(/^The profile “Our actors” names it; /);
  });
});

describe('what closes a gap', () => {
  test('library rules, the most trustworthy first', () => {
    const rule = (title: string, overrides: Parameters<typeof aDetection>[0] = {}) =>
      aDetection({ title, role: 'library', source: 'library', techniques: ['T1078'], ...overrides });
    const detections = [
      rule('Experimental', { status: 'experimental', severity: 'critical' }),
      rule('Stable on a hash', {
        severity: 'critical',
        robustness: { rung: 'hash', because: '', parts: [], by: 'query' },
      }),
      rule('Stable on behaviour', {
        severity: 'low',
        robustness: { rung: 'behaviour', because: '', parts: [], by: 'query' },
      }),
      rule('Stable and not judged', { severity: 'high' }),
      rule('Stable and tested', { passingTests: [{ kind: 'sigma-regression', summary: '' }] }),
      rule('Test, high', { status: 'test', severity: 'high' }),
      rule('Test, low', { status: 'test', severity: 'low' }),
      rule('Deprecated', { status: 'deprecated' }),
    ];
    const { closes } = gapOn('T1078', aWorkspace({ threats: [RETAIL], detections }));
    expect(closes.library.map(({ title }) => title)).toEqual([
      'Stable and tested',
      'Stable on behaviour',
      'Stable on a hash',
      'Stable and not judged',
      'Test, high',
      'Test, low',
      'Experimental',
    ]);
  });

  test('deployed rules that do not count, and sub-techniques nobody covers', () => {
    const detections = [
      aDetection({ title: 'Old', status: 'deprecated', techniques: ['T1078'] }),
      aDetection({ title: 'Narrows', format: 'sigma-filter', techniques: ['T1078'] }),
      aDetection({ title: 'Domain', techniques: ['T1078.002'] }),
    ];
    const { closes } = gapOn('T1078', aWorkspace({ threats: [RETAIL], detections }));
    expect(closes.notCounting.map(({ title }) => title)).toEqual(['Old']);
    expect(closes.subtechniques).toEqual(['T1078.001', 'T1078.003', 'T1078.004']);
  });

  test('tests of the catalogue nobody ran here, for platforms of ours', () => {
    const run = '00000000-0000-4000-8000-000000000002';
    const atomics = [
      anAtomic('T1119'),
      anAtomic('T1119', { guid: run, name: 'Done' }),
      anAtomic('T1119', { name: 'Elsewhere', platforms: ['macos'] }),
      anAtomic('T1119', { name: 'Cloud', platforms: ['iaas:aws'] }),
    ];
    const exercise = anExercise({ outcomes: [['T1119', 'executed']] });
    for (const result of exercise.results) result.test = run;
    const named = (platforms: string[]): string[] =>
      gapOn(
        'T1119',
        aWorkspace({ threats: [RETAIL], atomics, exercises: [exercise], config: { scope: { platforms } } }),
      ).closes.atomics.map(({ name }) => name);
    expect(named(['Windows', 'IaaS'])).toEqual(['Ask for it', 'Cloud']);
    expect(named([])).toEqual(['Ask for it', 'Elsewhere', 'Cloud']);
  });

  test('the data ATT&CK’s analytics read, and whether we collect it where somebody says so', () => {
    const silent = gapOn('T1078', aWorkspace({ threats: [RETAIL] })).closes.logSources;
    expect(silent.length).toBeGreaterThan(0);
    expect(silent.every((log) => !('collected' in log))).toBe(true);
    const visibility = [
      {
        dataComponent: 'Process Creation',
        components: ['DC0032'],
        platforms: [],
        source: 'team',
        path: 'visibility.yaml',
      },
    ];
    const told = gapOn('T1078', aWorkspace({ threats: [RETAIL], visibility })).closes.logSources;
    expect(told.filter(({ collected }) => collected).map(({ component }) => component.id)).toEqual([
      'DC0032',
    ]);
    expect(told.map(({ component }) => component)).toEqual(silent.map(({ component }) => component));
  });

  test('a playbook to start from only where no current one looks for it', () => {
    const hunted = aWorkspace({ threats: [RETAIL], playbooks: [aPlaybook({ techniques: ['T1078'] })] });
    expect(gapOn('T1078', hunted).closes.playbook).toBeUndefined();
    expect(gapOn('T1119', hunted).closes.playbook).toBeDefined();
  });

  test('the next steps follow what is missing and offer what is at hand', () => {
    const bare = gapOn('T1119', aWorkspace({ threats: [RETAIL] }));
    expect(nextSteps(bare)).toEqual([
      'Write a rule: no source has one.',
      'Start a hunt: `coverbook backlog --start T1119`.',
    ]);
    const detections = [
      aDetection({ title: 'Offered', role: 'library', source: 'sigmahq', techniques: ['T1119'] }),
    ];
    expect(nextSteps(gapOn('T1119', aWorkspace({ threats: [RETAIL], detections })))[0]).toBe(
      'Deploy “Offered” from sigmahq.',
    );
    const claimed = aWorkspace({
      threats: [RETAIL],
      detections: [aDetection({ techniques: ['T1119'] })],
      atomics: [anAtomic('T1119')],
    });
    expect(nextSteps(gapOn('T1119', claimed))).toContain('Run “Ask for it” and see whether it alerts.');
  });
});

test('a missed technique that has a rule is compared with the library’s, one without gets it deployed', () => {
  const library = aDetection({ title: 'Other', role: 'library', source: 'sigmahq', techniques: ['T1119'] });
  const exercises = [anExercise({ outcomes: [['T1119', 'missed']] })];
  const own = aDetection({ title: 'Own', techniques: ['T1119'] });
  const steps = (detections: (typeof own)[]): string[] =>
    nextSteps(gapOn('T1119', aWorkspace({ threats: [RETAIL], detections, exercises })));
  expect(steps([own, library])).toContain('Compare with “Other” from sigmahq.');
  expect(steps([library])).toContain('Deploy “Other” from sigmahq.');
});
