import { expect, test } from 'vitest';
import { normaliseTag } from '../../src/mapping/normalise.ts';

test.for([
  ['attack.t1059', { kind: 'technique', id: 'T1059' }],
  [' ATTACK.T1059.001 ', { kind: 'technique', id: 'T1059.001' }],
  ['mitre_attack.t1059_001', { kind: 'technique', id: 'T1059.001' }],
  ['T1059/001', { kind: 'technique', id: 'T1059.001' }],
  ['attack.t0005', { kind: 'technique', id: 'T0005' }],
  ['attack.ta0005', { kind: 'tactic', name: 'TA0005' }],
  ['attack.command_and_control', { kind: 'tactic', name: 'command-and-control' }],
  ['attack.c2', { kind: 'tactic', name: 'command-and-control' }],
  ['attack.defense-impairment', { kind: 'tactic', name: 'defense-impairment' }],
  ['attack.inhibit-response-function', { kind: 'tactic', name: 'inhibit-response-function' }],
  ['attack.g0016', { kind: 'actor', id: 'G0016' }],
  ['attack.S0002', { kind: 'actor', id: 'S0002' }],
  ['attack.c0024', { kind: 'actor', id: 'C0024' }],
  ['attack.m1042', { kind: 'other' }],
  ['attack.ds0005', { kind: 'other' }],
  ['detection.threat-hunting', { kind: 'other' }],
  ['car.2016-04-005', { kind: 'other' }],
  // Outside the namespace a word may mean anything, and an actor's id may be anybody's ticket.
  ['execution', { kind: 'other' }],
  ['S0002', { kind: 'other' }],
  ['attacker', { kind: 'other' }],
  ['AML.T0051', { kind: 'other' }],
  ['Mitre Atlas: T0051', { kind: 'other' }],
  ['attack', { kind: 'unrecognised' }],
  ['attack.', { kind: 'unrecognised' }],
  ['attack.t', { kind: 'unrecognised' }],
  ['attack.11136.001', { kind: 'unrecognised' }],
  ['attack.account_manipulation', { kind: 'unrecognised' }],
  ['attack.t1059.1', { kind: 'unrecognised' }],
] as const)('%j is %j', ([written, expected]) => {
  expect(normaliseTag(written)).toEqual(expected);
});
