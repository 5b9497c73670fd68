import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { attackChanges } from '../../src/attack/changes.ts';
import { embeddedSnapshot } from '../../src/attack/embedded.ts';
import type { AttackFacts, Technique } from '../../src/attack/facts.ts';
import { corpora } from '../corpora.ts';

const folder = corpora('the recorded changes from ATT&CK 18.1 to 19.1');

function aTechnique(id: string, more: Partial<Technique> = {}): Technique {
  return { id, name: id, tactics: ['execution'], platforms: ['Windows'], state: 'active', ...more };
}

function facts(techniques: Technique[], tactics: AttackFacts['tactics'] = []): AttackFacts {
  return {
    domain: 'enterprise',
    version: '1.0',
    tactics,
    techniques,
    groups: [],
    campaigns: [],
    software: [],
    mitigations: [],
    dataComponents: [],
    detectionStrategies: [],
    analytics: [],
    uses: [],
    attributions: [],
    mitigates: [],
    detects: [],
  };
}

describe('from enterprise 18.1 to 19.1', () => {
  const before = embeddedSnapshot('enterprise', '18.1');
  const changes = attackChanges(before, embeddedSnapshot('enterprise', '19.1'));

  test.runIf(folder)('every list is the one on record', () => {
    const file = resolve(folder ?? '', 'attack/changes-18.1-19.1.json');
    const recorded = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
    const { removed, tactics, ...lists } = changes;
    const { removed: noTactics, ...ofTactics } = tactics;
    expect([removed, noTactics]).toEqual([[], []]);
    expect({ ...lists, tactics: ofTactics }).toEqual(recorded);
  });

  test('17 ids were revoked, 23 are new, and Defense Evasion became Stealth and Defense Impairment', () => {
    expect([changes.revoked.length, changes.added.length, changes.deprecated.length]).toEqual([17, 23, 0]);
    expect(changes.revoked).toContainEqual({ id: 'T1562.001', by: 'T1685' });
    expect(changes.tactics.added.map(({ id }) => id)).toEqual(['TA0112']);
    expect(changes.tactics.renamed).toEqual([
      {
        id: 'TA0005',
        from: { shortname: 'defense-evasion', name: 'Defense Evasion' },
        to: { shortname: 'stealth', name: 'Stealth' },
      },
    ]);
    expect(changes.tacticChanged).toHaveLength(198);
    expect(changes.tacticChanged.filter(({ beyondRename }) => beyondRename)).toHaveLength(72);
  });

  test('a version has not changed from itself', () => {
    const { tactics, ...lists } = attackChanges(before, before);
    expect([...Object.values(lists), ...Object.values(tactics)].flat()).toEqual([]);
  });

  test('the way back removes what was new and brings back what was revoked', () => {
    const back = attackChanges(embeddedSnapshot('enterprise', '19.1'), before);
    expect(back.removed).toEqual(changes.added);
    expect(back.added).toEqual(changes.revoked.map(({ id }) => id));
    expect(back.tactics.removed.map(({ id }) => id)).toEqual(['TA0112']);
  });
});

test('a revoked-by chain is followed to its active end, and one without such an end is a deprecation', () => {
  const before = facts([aTechnique('T1001'), aTechnique('T1002'), aTechnique('T1003')]);
  const after = facts([
    aTechnique('T1001', { state: 'revoked', revokedBy: 'T1002' }),
    aTechnique('T1002', { state: 'revoked', revokedBy: 'T1004' }),
    aTechnique('T1003', { state: 'revoked', revokedBy: 'T9999' }),
    aTechnique('T1004'),
  ]);
  const changes = attackChanges(before, after);
  expect(changes.revoked).toEqual([
    { id: 'T1001', by: 'T1004' },
    { id: 'T1002', by: 'T1004' },
  ]);
  expect(changes.deprecated).toEqual(['T1003']);
  expect(changes.added).toEqual(['T1004']);
});

test('a technique that comes back is new, and order alone is no change', () => {
  const before = facts([
    aTechnique('T1001', { state: 'deprecated' }),
    aTechnique('T1002', { tactics: ['impact', 'execution'], platforms: ['Windows', 'Linux'] }),
  ]);
  const after = facts([
    aTechnique('T1001'),
    aTechnique('T1002', { tactics: ['execution', 'impact'], platforms: ['Linux', 'Windows'] }),
  ]);
  const { added, tacticChanged, platformsChanged } = attackChanges(before, after);
  expect({ added, tacticChanged, platformsChanged }).toEqual({
    added: ['T1001'],
    tacticChanged: [],
    platformsChanged: [],
  });
});
