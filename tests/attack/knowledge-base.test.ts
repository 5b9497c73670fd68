import { describe, expect, test } from 'vitest';
import { createKnowledgeBase } from '../../src/attack/create-knowledge-base.ts';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import type { Tactic, Technique } from '../../src/attack/facts.ts';
import type { KnowledgeBase } from '../../src/attack/knowledge-base.ts';
import { decodeSnapshot, encodeSnapshot } from '../../src/attack/snapshot.ts';
import { readBundle } from '../../src/attack/stix/read-bundle.ts';
import { bundleBytes, OBJECTS, revokedBy, technique } from './small-bundle.ts';

const { facts, prose } = readBundle(bundleBytes());

describe('a revoked id', () => {
  const revoked = (id: string): object => technique(id, { revoked: true });
  const base = createKnowledgeBase(
    readBundle(
      bundleBytes([
        ...OBJECTS,
        ...['T1100', 'T1101', 'T1110', 'T1111', 'T1112', 'T1120', 'T1130', 'T1140'].map(revoked),
        revokedBy('T1100', 'T1101'),
        revokedBy('T1101', 'T1002'),
        revokedBy('T1110', 'T1111'),
        revokedBy('T1111', 'T1112'),
        revokedBy('T1112', 'T1111'),
        revokedBy('T1120', 'T1003'),
        revokedBy('T1130', 'T1130'),
      ]),
    ).facts,
  );

  test('resolves through the whole chain', () => {
    expect(base.resolve('T1100')).toEqual({
      state: 'revoked',
      id: 'T1001.001',
      chain: ['T1100', 'T1101', 'T1002', 'T1001.001'],
    });
  });

  test('with several successors stands for the first, and names them all', () => {
    const several = createKnowledgeBase(
      readBundle(
        bundleBytes([
          ...OBJECTS,
          technique('T1200', { revoked: true }),
          technique('T1201', { revoked: true }),
          technique('T1202', { revoked: true }),
          revokedBy('T1200', 'T1201'),
          revokedBy('T1201', 'T1002'),
          revokedBy('T1201', 'T1001'),
          revokedBy('T1201', 'T1001'),
          // A second way to the same technique leaves nothing to choose.
          revokedBy('T1202', 'T1001.001'),
          revokedBy('T1202', 'T1002'),
        ]),
      ).facts,
    );
    expect(several.technique('T1201')).toMatchObject({ revokedBy: 'T1002', successors: ['T1002', 'T1001'] });
    expect(several.resolve('T1200')).toEqual({
      state: 'revoked',
      id: 'T1001.001',
      chain: ['T1200', 'T1201', 'T1002', 'T1001.001'],
      choices: ['T1001.001', 'T1001'],
    });
    expect(several.resolve('T1202')).not.toHaveProperty('choices');
    expect(decodeSnapshot(encodeSnapshot(several.facts), 'x.json')).toEqual(several.facts);
  });

  test.each([
    ['leads into a circle', 'T1110'],
    ['is part of a circle', 'T1112'],
    ['was revoked by itself', 'T1130'],
    ['was revoked by a deprecated one', 'T1120'],
    ['was revoked by nothing', 'T1140'],
  ])('that %s is deprecated', (_what, id) => {
    expect(base.technique(id)?.state).toBe('revoked');
    expect(base.resolve(id)).toEqual({ state: 'deprecated' });
  });

  test('whose successor is missing is deprecated', () => {
    const lost: Technique = {
      id: 'T1150',
      name: 'Lost',
      tactics: [],
      platforms: [],
      state: 'revoked',
      revokedBy: 'T1999',
    };
    const broken = createKnowledgeBase({ ...facts, techniques: [...facts.techniques, lost] });
    expect(broken.resolve('T1150')).toEqual({ state: 'deprecated' });
  });
});

describe('look-ups', () => {
  const base = createKnowledgeBase(facts, prose);

  test('list active techniques only', () => {
    expect(base.techniques.map(({ id }) => id)).toEqual(['T1001', 'T1001.001']);
    expect(base.technique('T1003')?.state).toBe('deprecated');
    expect(base.techniquesUsedBy('G0001')).toEqual(['T1001']);
  });

  test('list groups before campaigns before software', () => {
    expect(base.usersOf('T1001').map(({ id }) => id)).toEqual(['G0001', 'C0001', 'S0002']);
    expect(base.usersOf('T1001.001')).toEqual([]);
  });

  test('keep the prose of a bundle, and have none without', () => {
    expect(base.prose?.procedures.get('G0001>T1001')).toContain('(Citation: Report 2020)');
    expect(createKnowledgeBase(facts).prose).toBeUndefined();
  });
});

describe('a digest', () => {
  const digest = createKnowledgeBase(facts, prose).digest();

  test('is the same for the same facts and prose', () => {
    const again = readBundle(bundleBytes());
    expect(createKnowledgeBase(again.facts, again.prose).digest()).toBe(digest);
  });

  test('is another for other facts, other prose, and none', () => {
    const renamed = facts.groups.map((group) => ({ ...group, name: `${group.name}!` }));
    const procedures = new Map([...prose.procedures].map(([who, text]) => [who, `${text}!`]));
    const digests = [
      digest,
      createKnowledgeBase({ ...facts, groups: renamed }, prose).digest(),
      createKnowledgeBase(facts, { ...prose, procedures }).digest(),
      createKnowledgeBase(facts).digest(),
    ];
    expect(new Set(digests).size).toBe(digests.length);
  });
});

describe('a tactic is found', () => {
  const enterprise19 = createKnowledgeBase(embeddedSnapshot('enterprise'));
  const mobile = createKnowledgeBase(embeddedSnapshot('mobile'));
  const ics = createKnowledgeBase(embeddedSnapshot('ics'));
  const shortname = (base: KnowledgeBase, written: string): string | undefined =>
    base.tactic(written)?.shortname;

  test.each([
    ['execution', 'execution'],
    ['Execution', 'execution'],
    ['TA0002', 'execution'],
    ['ta0002', 'execution'],
    ['attack.execution', 'execution'],
    ['attack.ta0002', 'execution'],
    ['mitre_execution', 'execution'],
    ['credential_access', 'credential-access'],
    ['Credential Access', 'credential-access'],
    ['CredentialAccess', 'credential-access'],
    ['attack.credential.access', 'credential-access'],
    ['  Lateral Movement ', 'lateral-movement'],
    ['command-and-control', 'command-and-control'],
    ['commandandcontrol', 'command-and-control'],
    ['CommandAndControl', 'command-and-control'],
    ['Command & Control', 'command-and-control'],
    ['command&control', 'command-and-control'],
    ['attack.c2', 'command-and-control'],
    ['C2', 'command-and-control'],
    ['TA0011 - Command and Control', 'command-and-control'],
    ['TA0005-Defense Evasion', 'stealth'],
    ['TA0005: Defense Evasion', 'stealth'],
    ['TA0005', 'stealth'],
    ['stealth', 'stealth'],
    ['defense-evasion', 'stealth'],
    ['Defense_Evasion', 'stealth'],
    ['DefenseEvasion', 'stealth'],
    ['attack.defense_evasion', 'stealth'],
    ['Defence Evasion', 'stealth'],
    ['defense-impairment', 'defense-impairment'],
    ['attack.defense-impairment', 'defense-impairment'],
    ['TA0112', 'defense-impairment'],
    ['PreAttack', undefined],
    ['inhibit-response-function', undefined],
    ['', undefined],
    ['TA9999', undefined],
    ['attack.t1059', undefined],
  ])('in enterprise 19.1: %j is %s', (written, expected) => {
    expect(shortname(enterprise19, written)).toBe(expected);
  });

  test('in a version before 19, where both halves are defense-evasion', () => {
    const evasion: Tactic = { id: 'TA0005', shortname: 'defense-evasion', name: 'Defense Evasion' };
    const enterprise18 = createKnowledgeBase({ ...facts, tactics: [...facts.tactics, evasion] });
    for (const written of ['stealth', 'defense-impairment', 'TA0112', 'Defense Evasion', 'TA0005']) {
      expect(shortname(enterprise18, written)).toBe('defense-evasion');
    }
  });

  test('in mobile and ICS under their own names', () => {
    expect(mobile.tactic('defense-evasion')?.id).toBe('TA0030');
    expect(ics.tactic('InhibitResponseFunction')?.id).toBe('TA0107');
    expect(ics.tactic('evasion')?.id).toBe('TA0103');
    expect(ics.tactic('TA0005')).toBeUndefined();
  });
});
