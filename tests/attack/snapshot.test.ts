import { expect, test } from 'vitest';
import { AttackError } from '../../src/attack/attack-error.ts';
import { decodeSnapshot, encodeSnapshot } from '../../src/attack/snapshot.ts';
import { readBundle } from '../../src/attack/stix/read-bundle.ts';
import { bundleBytes, object, OBJECTS, technique } from './small-bundle.ts';

const facts = readBundle(
  bundleBytes([
    ...OBJECTS,
    technique('T1004', { revoked: true }),
    technique('T1005', { x_mitre_version: undefined, x_mitre_platforms: undefined }),
    object('x-mitre-analytic', 'AN0002', 'A name of its own'),
  ]),
).facts;

test('a snapshot is one line an object', () => {
  expect(encodeSnapshot(facts)).toMatchSnapshot();
});

test('a snapshot gives back the facts it was made of', () => {
  expect(decodeSnapshot(encodeSnapshot(facts), 'x.json')).toEqual(facts);
});

test.each([
  ['damaged', (text: string) => text.slice(0, 300)],
  ['of another program', () => '{"name":"x"}'],
  ['of a later format', (text: string) => text.replace('"schemaVersion":2', '"schemaVersion":3')],
  [
    'with a short row',
    (text: string) => text.replace('["TA0001","initial-access","Initial Access"]', '["TA0001"]'),
  ],
  ['with a number for a name', (text: string) => text.replace('"Initial Access"', '7')],
])('a snapshot %s is refused with the remedy', (_what, change) => {
  const read = (): unknown => decodeSnapshot(change(encodeSnapshot(facts)), 'x.json');
  expect(read).toThrow(AttackError);
  expect(read).toThrowErrorMatchingSnapshot();
});
