import { expect, test } from 'vitest';
import { OWN_OBSERVATION, relevance, type RelevantProfile } from '../../src/threats/relevance.ts';
import { aMapping, embeddedBase } from '../workspace-builder.ts';

const enterprise = embeddedBase('enterprise');

test('without a profile the technique most groups use has 100, and the others their share', () => {
  const all = relevance(undefined, enterprise);
  const groupsUsing = (id: string) => enterprise.usersOf(id).filter(({ type }) => type === 'group').length;
  const most = Math.max(...enterprise.techniques.map(({ id }) => groupsUsing(id)));
  for (const { id } of enterprise.techniques) {
    expect(all.get(id)?.score ?? 0, id).toBe(Math.round((100 * groupsUsing(id)) / most));
  }
  expect(Math.max(...[...all.values()].map(({ score }) => score))).toBe(100);
});

test('with a profile the weights of its actors are summed', () => {
  const profile = {
    actors: [
      { actor: 'G0016', weight: 3 },
      { actor: 'G0046', weight: 1 },
    ],
  };
  const all = relevance(profile, enterprise);
  const both = [...all].filter(([, { actors }]) => actors.length === 2);
  const firstOnly = [...all].filter(([, { actors }]) => actors.join() === 'G0016');
  const secondOnly = [...all].filter(([, { actors }]) => actors.join() === 'G0046');
  expect(both.length * firstOnly.length * secondOnly.length).toBeGreaterThan(0);
  expect(new Set(both.map(([, { score }]) => score))).toEqual(new Set([100]));
  expect(new Set(firstOnly.map(([, { score }]) => score))).toEqual(new Set([75]));
  expect(new Set(secondOnly.map(([, { score }]) => score))).toEqual(new Set([25]));
});

test('an actor named by id and by alias weighs once', () => {
  const twice = relevance(
    {
      actors: [
        { actor: 'G0016', weight: 2 },
        { actor: 'Cozy Bear', weight: 5 },
        { actor: 'G0046', weight: 5 },
      ],
    },
    enterprise,
  );
  const once = relevance(
    {
      actors: [
        { actor: 'G0016', weight: 5 },
        { actor: 'G0046', weight: 5 },
      ],
    },
    enterprise,
  );
  expect(twice).toEqual(once);
});

test('only a group’s own procedures speak, not those of its software', () => {
  const own = enterprise.techniquesUsedBy('G0016');
  expect([...relevance({ actors: [{ actor: 'G0016', weight: 1 }] }, enterprise).keys()].sort()).toEqual(
    [...own].sort(),
  );
});

test('an actor nobody knows makes nothing relevant', () => {
  expect(relevance({ actors: [{ actor: 'Cozy Baer', weight: 1 }] }, enterprise).size).toBe(0);
});

test('own procedures and weights of techniques are summed with ATT&CK’s, each user once', () => {
  const profile: RelevantProfile = {
    actors: [
      { actor: 'Night Courier', weight: 4, own: true },
      { actor: 'Cozy Bear', weight: 3 },
    ],
    procedures: [
      { mapping: aMapping('T1566.004'), actor: 'Night Courier' },
      { mapping: aMapping('T1566.004'), actor: 'Night Courier', text: 'Again' },
      { mapping: aMapping('T1091'), actor: 'Night Courier', weight: 6 },
      { mapping: aMapping('T1091'), actor: 'Cozy Bear' },
      { mapping: aMapping('T1091') },
      { mapping: aMapping('T1091'), weight: 2 },
      { mapping: aMapping('T1200') },
      // Revoked: it stands for its successor.
      { mapping: aMapping('T1086'), actor: 'Night Courier' },
      { mapping: aMapping('T9999'), actor: 'Night Courier' },
      { mapping: aMapping('T0886'), actor: 'Night Courier' },
    ],
    techniques: [
      { mapping: aMapping('T1200'), weight: 5 },
      { mapping: aMapping('T1200'), weight: 4 },
      { mapping: aMapping('T1495'), weight: 0.01 },
    ],
  };
  expect(enterprise.techniquesUsedBy('G0016')).toContain('T1059.001');
  expect(enterprise.techniquesUsedBy('G0016')).not.toContain('T1091');
  expect(enterprise.techniquesUsedBy('G0016')).not.toContain('T1566.004');
  const all = relevance(profile, enterprise);
  // 6 (stated) + 3 + 2 (the highest of two observations) = 11 is the highest.
  expect(all.get('T1091')).toEqual({
    score: 100,
    users: 3,
    actors: ['Night Courier', 'G0016', OWN_OBSERVATION],
  });
  expect(all.get('T1059.001')).toEqual({ score: 64, users: 2, actors: ['Night Courier', 'G0016'] });
  expect(all.get('T1566.004')).toEqual({ score: 36, users: 1, actors: ['Night Courier'] });
  expect(all.get('T1200')).toEqual({ score: 55, users: 1, actors: [OWN_OBSERVATION] });
  expect(all.get('T1495')).toEqual({ score: 1, users: 0, actors: [] });
  expect(all.has('T9999')).toBe(false);
  expect(all.has('T0886')).toBe(false);
  expect(relevance(profile, embeddedBase('ics')).get('T0886')).toEqual({
    score: 100,
    users: 1,
    actors: ['Night Courier'],
  });
});

test('of actors of one weight the first id stands first', () => {
  const mapping = aMapping('T1200');
  const actors = ['Zebra', 'Ant', 'Mole'].map((actor) => ({ actor, weight: 2, own: true as const }));
  const procedures = actors.map(({ actor }) => ({ mapping, actor }));
  expect(relevance({ actors, procedures }, enterprise).get('T1200')?.actors).toEqual([
    'Ant',
    'Mole',
    'Zebra',
  ]);
});

test('an actor of the profile’s own has nothing of an actor ATT&CK has by its name', () => {
  expect(relevance({ actors: [{ actor: 'Cozy Bear', weight: 1, own: true }] }, enterprise).size).toBe(0);
});
