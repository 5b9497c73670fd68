import { expect, test } from 'vitest';
import { relevance } from '../../src/threats/relevance.ts';
import { embeddedBase } from '../workspace-builder.ts';

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
