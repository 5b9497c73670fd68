import { describe, expect, test } from 'vitest';
import { actorCoverage, actorCoverages } from '../../src/coverage/actors.ts';
import type { ActorCoverage } from '../../src/coverage/actor-coverage.ts';
import { assess } from '../../src/coverage/assess.ts';
import type { ThreatProfile } from '../../src/threats/threat-profile.ts';
import { aDetection, aMapping, anExercise, aWorkspace, embeddedBase } from '../workspace-builder.ts';

function actors(content: Parameters<typeof aWorkspace>[0] = {}): ActorCoverage[] {
  const workspace = aWorkspace(content);
  return actorCoverages(workspace, assess(workspace));
}

function one(idOrName: string, content: Parameters<typeof aWorkspace>[0] = {}): ActorCoverage {
  const [found] = actorCoverage(idOrName, actors(content));
  if (!found) throw new Error(`no ${idOrName}`);
  return found;
}

function aProfile(overrides: Partial<ThreatProfile>): ThreatProfile {
  return {
    format: 'coverbook',
    id: 'p',
    title: 'P',
    actors: [],
    procedures: [],
    techniques: [],
    source: 'team',
    path: 'p.yaml',
    ...overrides,
  };
}

describe('which actors', () => {
  test('every group, campaign and software with an active technique, and no other, by id', () => {
    const knowledge = embeddedBase('enterprise');
    const { facts } = knowledge;
    const expected = [...facts.groups, ...facts.campaigns, ...facts.software]
      .map(({ id }) => id)
      .filter((id) => knowledge.techniquesUsedBy(id).length > 0)
      .sort();
    expect(actors().map(({ id }) => id)).toEqual(expected);
  });

  test('the profile’s first, by weight, with weight and reason; an alias is as good as an id', () => {
    const threats = [
      aProfile({
        actors: [
          { actor: 'G0037', weight: 2 },
          { actor: 'Cozy Bear', weight: 9, reason: 'They asked before.' },
          { actor: 'Magpies', weight: 5, own: true },
        ],
        procedures: [{ mapping: aMapping('T1119'), actor: 'Magpies' }],
      }),
    ];
    expect(
      actors({ threats })
        .slice(0, 4)
        .map(({ id, name, type, weight, reason }) => ({ id, name, type, weight, reason })),
    ).toEqual([
      { id: 'G0016', name: 'APT29', type: 'group', weight: 9, reason: 'They asked before.' },
      { id: 'magpies', name: 'Magpies', type: 'own', weight: 5, reason: undefined },
      { id: 'G0037', name: 'FIN6', type: 'group', weight: 2, reason: undefined },
      expect.objectContaining({ weight: undefined }),
    ]);
  });

  test('one of the profile without any technique is there, once, with none', () => {
    const threats = [aProfile({ actors: [{ actor: 'Nobody yet', weight: 3, own: true }] })];
    const found = actors({ threats, config: { attack: { domains: ['enterprise', 'ics'] } } }).filter(
      ({ id }) => id === 'nobody-yet',
    );
    expect(found).toMatchObject([{ total: 0, covered: 0, techniques: [] }]);
  });

  test('one of two domains is there for each', () => {
    const both = actors({ config: { attack: { domains: ['enterprise', 'ics'] } } });
    expect(actorCoverage('Sandworm Team', both).map(({ domain }) => domain)).toEqual(['enterprise', 'ics']);
  });

  test('by id, by name and by alias; nothing for anything else', () => {
    const all = actors();
    for (const name of ['G0016', 'g0016', 'APT29', ' cozy bear '])
      expect(actorCoverage(name, all)[0]?.id).toBe('G0016');
    expect(actorCoverage('Cosy Bear', all)).toEqual([]);
  });
});

/** Taken by hand from enterprise 19.1. */
const USES = {
  G0016:
    'T1003.002 T1003.004 T1005 T1016.001 T1021.007 T1027.001 T1027.002 T1027.006 T1036.005 T1037 T1037.004 T1047 ' +
    'T1053.005 T1059.001 T1059.006 T1059.009 T1068 T1070.004 T1070.006 T1078 T1078.003 T1078.004 T1087.004 T1090.002 ' +
    'T1090.003 T1090.004 T1098.002 T1098.005 T1105 T1110.001 T1110.003 T1114.002 T1133 T1136.003 T1190 T1199 T1203 ' +
    'T1204.001 T1204.002 T1218.005 T1505.003 T1528 T1546.003 T1546.008 T1547.001 T1548.002 T1550.003 T1553.005 ' +
    'T1556.007 T1566.001 T1566.002 T1566.003 T1568 T1573 T1583.006 T1586.002 T1586.003 T1587.001 T1587.003 T1588.002 ' +
    'T1595.002 T1621 T1649 T1651 T1665 T1685.002',
  G0037:
    'T1003.001 T1003.003 T1005 T1018 T1021.001 T1027.010 T1036.004 T1046 T1047 T1048.003 T1053.005 T1059 T1059.001 ' +
    'T1059.003 T1059.007 T1068 T1070.004 T1074.002 T1078 T1087.002 T1095 T1102 T1110.002 T1119 T1134 T1204.002 ' +
    'T1213.006 T1547.001 T1553.002 T1555 T1555.003 T1560 T1560.003 T1566.001 T1566.003 T1569.002 T1572 T1573.002 ' +
    'T1588.002 T1685',
  G1015:
    'T1003.003 T1006 T1016 T1018 T1021.001 T1021.004 T1021.007 T1041 T1059.001 T1059.004 T1068 T1069 T1069.002 ' +
    'T1070.008 T1074 T1078 T1078.004 T1082 T1083 T1087 T1087.002 T1090 T1098 T1098.003 T1105 T1114 T1114.003 T1133 ' +
    'T1136 T1204 T1213.003 T1213.005 T1217 T1219.002 T1484.002 T1486 T1490 T1530 T1538 T1539 T1543.002 T1552.001 ' +
    'T1552.004 T1553.002 T1555.005 T1556.006 T1556.009 T1564.008 T1567.002 T1572 T1578.002 T1580 T1583.001 T1585.001 ' +
    'T1588.001 T1588.002 T1589 T1598 T1598.003 T1598.004 T1621 T1657 T1684.001 T1685',
};

test.each(Object.entries(USES))('%s uses what ATT&CK 19.1 says', (id, techniques) => {
  expect(one(id).techniques.map(({ assessment }) => assessment.technique)).toEqual(techniques.split(' '));
});

describe('how much of one is covered', () => {
  test('by level, over what is in scope', () => {
    const content = {
      detections: [
        aDetection({ title: 'Claims', techniques: ['T1119'] }),
        aDetection({
          title: 'Tested',
          techniques: ['T1046'],
          passingTests: [{ kind: 'sigma-regression' as const, summary: '' }],
        }),
      ],
      exercises: [
        anExercise({
          outcomes: [
            ['T1102', 'detected'],
            ['T1018', 'missed'],
          ],
        }),
      ],
      decisions: [
        { mappings: [aMapping('T1078')], state: 'out-of-scope' as const, reason: 'Not here.', path: 'x' },
      ],
    };
    const uses = embeddedBase('enterprise').techniquesUsedBy('G0037');
    const fin6 = one('FIN6', content);
    expect(fin6.techniques.map(({ assessment }) => assessment.technique)).toEqual(uses);
    expect(fin6).toMatchObject({ total: uses.length - 1, covered: 3, withProof: 2 });
    expect(fin6.levels).toMatchObject({ claimed: 1, tested: 1, proven: 1, failed: 1 });
    expect(Object.values(fin6.levels).reduce((sum, count) => sum + count, 0)).toBe(fin6.total);
  });

  test('with what the profile saw of it, newest first, also where ATT&CK does not know of it', () => {
    const procedures = [
      { mapping: aMapping('T1119'), actor: 'FIN6', text: 'older', date: '2025-01-01' },
      { mapping: aMapping('T1119'), actor: 'G0037', text: 'newer', date: '2026-01-01' },
      { mapping: aMapping('T1491.001'), actor: 'FIN6', text: 'new to ATT&CK' },
      { mapping: aMapping('T1491.002'), text: 'by nobody' },
    ];
    const fin6 = one('FIN6', { threats: [aProfile({ actors: [{ actor: 'FIN6', weight: 1 }], procedures })] });
    const saw = new Map(
      fin6.techniques.map((used) => [used.assessment.technique, used.procedures.map(({ text }) => text)]),
    );
    expect(saw.get('T1119')).toEqual(['newer', 'older']);
    expect(saw.get('T1491.001')).toEqual(['new to ATT&CK']);
    expect(saw.has('T1491.002')).toBe(false);
    expect([...saw.keys()]).toEqual([...saw.keys()].sort());
  });

  test('with its software and campaigns, and who uses a software', () => {
    const { facts } = embeddedBase('enterprise');
    expect(one('G0016').related.campaigns).toContain('C0024');
    expect(one('C0024').related.attributedTo).toEqual(['G0016']);
    const software = facts.uses.filter(([who, what]) => who === 'G0037' && what.startsWith('S'));
    expect(one('G0037').related.software).toEqual(software.map(([, what]) => what).sort());
    expect(one('S0002').related.usedBy).toContain('G0037');
  });
});
