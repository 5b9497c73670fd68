import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import { DOMAINS } from '../../src/attack/domain.ts';
import { embeddedFacts, embeddedSnapshot, embeddedVersions } from '../../src/attack/embedded.ts';

const SNAPSHOTS = resolve(import.meta.dirname, '../../src/attack/snapshots');

test('enterprise 19.1 and 18.1, mobile 18.1 and ICS 18.1 are embedded', () => {
  expect(embeddedVersions().map(({ domain, version }) => `${domain} ${version}`)).toEqual([
    'enterprise 19.1',
    'enterprise 18.1',
    'mobile 18.1',
    'ics 18.1',
  ]);
});

test('a snapshot is small and holds no text longer than a name', () => {
  for (const file of readdirSync(SNAPSHOTS)) {
    const text = readFileSync(resolve(SNAPSHOTS, file), 'utf8');
    expect(text.length).toBeLessThan(700_000);
    expect(text).not.toContain('(Citation:');
    // Lists of ids may be long; anything else is a name.
    const texts = [...text.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, one = '']) => one);
    const isIds = (one: string): boolean => /^(?:[A-Z]{1,3}\d{4}(?:\.\d{3})? ?)+$/.test(one);
    expect(texts.filter((one) => one.length > 150 && !isIds(one))).toEqual([]);
  }
});

test('the newest version of a domain is the one nobody has to name', () => {
  expect(DOMAINS.map((domain) => embeddedSnapshot(domain).version)).toEqual(['19.1', '18.1', '18.1']);
  expect(embeddedSnapshot('enterprise', '18.1').version).toBe('18.1');
  expect(() => embeddedSnapshot('enterprise', '3.0')).toThrow(/enterprise 3\.0/);
});

test('each version says what it is, and what it holds, as its facts do', () => {
  const sources = embeddedVersions().map(({ domain, version }) => embeddedFacts(domain, version));
  for (const { domain, version, facts } of sources) expect(facts()).toMatchObject({ domain, version });
  expect(new Set(sources.map(({ digest }) => digest())).size).toBe(sources.length);
});

test('every relation is between objects of the snapshot', () => {
  for (const { domain, version } of embeddedVersions()) {
    const facts = embeddedSnapshot(domain, version);
    const { groups, campaigns, software, techniques, mitigations, detectionStrategies } = facts;
    const known = new Set(
      [groups, campaigns, software, techniques, mitigations, detectionStrategies].flat().map(({ id }) => id),
    );
    const pairs = [facts.uses, facts.attributions, facts.mitigates, facts.detects].flat();
    expect(pairs.filter(([who, what]) => !known.has(who) || !known.has(what))).toEqual([]);
  }
});

describe('enterprise 19.1', () => {
  const base = createKnowledgeBase(embeddedSnapshot('enterprise'));

  test('knows techniques under the tactics of its matrix', () => {
    expect(
      base.tactics.map(({ id, shortname }) => {
        const parents = base.techniquesOf(shortname);
        const all = base.techniques.filter(({ tactics }) => tactics.includes(shortname));
        return `${id} ${shortname} ${parents.length} ${all.length - parents.length}`;
      }),
    ).toEqual([
      'TA0043 reconnaissance 12 34',
      'TA0042 resource-development 9 41',
      'TA0001 initial-access 11 11',
      'TA0002 execution 20 44',
      'TA0003 persistence 22 91',
      'TA0004 privilege-escalation 13 83',
      'TA0005 stealth 30 118',
      'TA0112 defense-impairment 18 38',
      'TA0006 credential-access 17 50',
      'TA0007 discovery 34 15',
      'TA0008 lateral-movement 9 14',
      'TA0009 collection 17 24',
      'TA0011 command-and-control 18 27',
      'TA0010 exfiltration 9 10',
      'TA0040 impact 15 18',
    ]);
  });

  test.each([
    ['T1070.001', 'T1685.005'],
    ['T1070.002', 'T1685.006'],
    ['T1562', 'T1685'],
    ['T1562.001', 'T1685'],
    ['T1562.002', 'T1685.001'],
    ['T1562.003', 'T1690'],
    ['T1562.004', 'T1686'],
    ['T1562.006', 'T1685'],
    ['T1562.007', 'T1686.001'],
    ['T1562.008', 'T1685.002'],
    ['T1562.009', 'T1688'],
    ['T1562.010', 'T1689'],
    ['T1562.011', 'T1685.003'],
    ['T1562.012', 'T1685.004'],
    ['T1562.013', 'T1686.002'],
    ['T1656', 'T1684.001'],
    ['T1672', 'T1684.002'],
    ['T1547.011', 'T1647'],
    ['T1574.002', 'T1574.001'],
  ])('%s resolves to %s', (revoked, successor) => {
    expect(base.resolve(revoked)).toMatchObject({ state: 'revoked', id: successor });
  });

  test('every revoked technique resolves to an active one or to deprecated', () => {
    const revoked = base.facts.techniques.filter(({ state }) => state === 'revoked');
    expect(revoked).toHaveLength(149);
    const ends = revoked.map(({ id }) => base.resolve(id));
    expect(ends.filter(({ state }) => state === 'deprecated')).toEqual([]);
    for (const end of ends) {
      expect(base.resolve('id' in end ? end.id : '')).toMatchObject({ state: 'active' });
    }
  });

  test('an active, a deprecated and an unknown id resolve to what they are', () => {
    expect(base.resolve('T1059.001')).toEqual({ state: 'active', id: 'T1059.001' });
    expect(base.resolve('T1108')).toEqual({ state: 'deprecated' });
    expect(base.resolve('T9999')).toEqual({ state: 'unknown' });
    expect(base.resolve('t1059.001')).toEqual({ state: 'unknown' });
  });

  test('finds sub-techniques, users, mitigations and detection strategies of a technique', () => {
    expect(base.subtechniques('T1685').map(({ id }) => id)).toEqual(
      ['001', '002', '003', '004', '005', '006'].map((sub) => `T1685.${sub}`),
    );
    const users = base.usersOf('T1059.001');
    const ids = users.map(({ id }) => id);
    expect(ids).toEqual([
      ...ids.filter((id) => id.startsWith('G')).sort(),
      ...ids.filter((id) => id.startsWith('C')).sort(),
      ...ids.filter((id) => id.startsWith('S')).sort(),
    ]);
    expect(ids).toContain('G0016');
    expect(base.mitigationsOf('T1059.001').map(({ id }) => id)).toContain('M1042');
    expect(base.detectionStrategiesOf('T1059.001')).toHaveLength(1);
  });

  test('finds an actor by id, name and alias in any case', () => {
    for (const name of ['G0016', 'g0016', 'APT29', 'cozy bear', ' Midnight Blizzard ']) {
      expect(base.actor(name)?.id).toBe('G0016');
    }
    expect(base.actor('mimikatz')).toMatchObject({ type: 'software', id: 'S0002', kind: 'tool' });
    expect(base.actor('nobody')).toBeUndefined();
    expect(base.techniquesUsedBy('G0016')).toContain('T1059.001');
  });
});
