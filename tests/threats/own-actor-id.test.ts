import { expect, test } from 'vitest';
import { ownActorId } from '../../src/threats/own-actor-id.ts';

test.each([
  ['Checkout Magpie', 'checkout-magpie'],
  ['Quiet Porcupine (2026)', 'quiet-porcupine-2026'],
  ['Снежный барс', 'снежный-барс'],
])('%s is %s', (name, id) => {
  expect(ownActorId(name)).toBe(id);
});

test('a name of any length gives one a file system takes, and others for others', () => {
  const [one, two] = [ownActorId(`${'x'.repeat(5000)}1`), ownActorId(`${'x'.repeat(5000)}2`)];
  expect(one).toMatch(/^x{80}-[0-9a-f]{8}$/);
  expect(two).not.toBe(one);
});

test.each(['../..', '<>', '💀', ''])('a name without a letter, %j, has one of its own', (name) => {
  expect(ownActorId(name)).toMatch(/^actor-[0-9a-f]{8}$/);
});
