import { describe, expect, test } from 'vitest';
import type { ProfileActorDraft, ThreatProfileDraft } from '../../src/readers/reader.ts';
import { checkActors } from '../../src/threats/check.ts';
import { settleActors } from '../../src/threats/settle-actors.ts';
import { embeddedBase } from '../workspace-builder.ts';

const knowledge = new Map([
  ['enterprise', embeddedBase('enterprise')] as const,
  ['ics', embeddedBase('ics')] as const,
]);

const anActor = (actor: string, overrides: Partial<ProfileActorDraft> = {}): ProfileActorDraft => ({
  actor,
  weight: 1,
  pointer: ['actors', 0, 'actor'],
  ...overrides,
});

const doneBy = (...actors: (string | undefined)[]): ThreatProfileDraft['procedures'] =>
  actors.map((actor) => ({
    mapping: { written: 'T1105', id: 'T1105', provenance: 'declared', pointer: [] },
    ...(actor !== undefined && { actor }),
  }));

const settle = (actors: ProfileActorDraft[], procedures: ThreatProfileDraft['procedures'] = []) => {
  const settled = settleActors({ actors, procedures }, knowledge);
  return {
    actors: settled.actors.map(({ actor, own, weight }) => [actor, own === true, weight]),
    procedures: settled.procedures.map(({ actor }) => actor),
    findings: checkActors(settled.actors, knowledge).map(({ rule, message }) => `${rule} ${message}`),
  };
};

describe('who an actor is', () => {
  test('one ATT&CK knows by id, name or alias keeps the name it was written by', () => {
    expect(settle([anActor('G0016'), anActor('fin7'), anActor('Voodoo Bear')])).toEqual({
      actors: [
        ['G0016', false, 1],
        ['fin7', false, 1],
        ['Voodoo Bear', false, 1],
      ],
      procedures: [],
      findings: [],
    });
  });

  test('one known by another of its names goes by its id, and its procedures with it', () => {
    const { actors, procedures, findings } = settle(
      [anActor('Our Bears', { own: true, names: ['G9999', 'Our Bears', 'Cozy Bear'], type: 'group' })],
      doneBy('Our Bears'),
    );
    expect({ actors, procedures, findings }).toEqual({
      actors: [['G0016', false, 1]],
      procedures: ['G0016'],
      findings: [],
    });
  });

  test('a group and a piece of software of one name are told apart where the format says which it is', () => {
    const group = embeddedBase('enterprise').actor('Akira')?.id;
    const software = embeddedBase('enterprise').facts.software.find(({ name }) => name === 'Akira')?.id;
    expect(group).toMatch(/^G/);
    expect(settle([anActor('Akira', { names: ['Akira'], type: 'software' })]).actors).toEqual([
      [software, false, 1],
    ]);
    expect(settle([anActor('Akira', { names: ['Akira'], type: 'group' })]).actors).toEqual([
      ['Akira', false, 1],
    ]);
  });

  test('one named twice is there once, with its highest weight', () => {
    expect(
      settle([anActor('APT29', { weight: 2 }), anActor('Cozy Bear', { weight: 7 })], doneBy('cozy bear')),
    ).toEqual({
      actors: [['APT29', false, 7]],
      procedures: ['APT29'],
      findings: [],
    });
  });

  test('an unknown one is the profile’s own when it says so and when a procedure says what it does', () => {
    expect(
      settle(
        [anActor('Night Courier', { own: true }), anActor('Gift Card Gang')],
        doneBy('Night Courier', 'gift card gang', undefined),
      ),
    ).toEqual({
      actors: [
        ['Night Courier', true, 1],
        ['Gift Card Gang', true, 1],
      ],
      procedures: ['Night Courier', 'Gift Card Gang', undefined],
      findings: [],
    });
  });
});

describe('what is said of it', () => {
  test('an unknown actor nobody says anything of, with the name it is most like', () => {
    const { findings } = settle([anActor('Cozy Baer'), anActor('Nobody At All Whatsoever')]);
    expect(findings).toEqual([
      'threats/unknown-actor Unexpected actor `Cozy Baer`, expected a group, campaign or software of the loaded ATT&CK version',
      'threats/unknown-actor Unexpected actor `Nobody At All Whatsoever`, expected a group, campaign or software of the loaded ATT&CK version',
    ]);
    const settled = settleActors({ actors: [anActor('Cozy Baer')], procedures: [] }, knowledge);
    expect(checkActors(settled.actors, knowledge)[0]?.hint).toBe('Did you mean `Cozy Bear`?');
  });

  test('one of the profile’s own that does nothing', () => {
    expect(settle([anActor('Night Courier', { own: true })])).toMatchObject({
      actors: [['Night Courier', true, 1]],
      findings: [
        'threats/idle-actor Unexpected actor `Night Courier` without procedures, expected one of ATT&CK or one the profile says something of',
      ],
    });
  });

  test('a name in a procedure that is nearly one of ATT&CK’s, unless it is declared', () => {
    expect(settle([anActor('Cozy Baer')], doneBy('Cozy Baer')).findings).toEqual([
      "threats/near-actor Unexpected actor `Cozy Baer`, expected `Cozy Bear` or one declared as the profile's own",
    ]);
    expect(settle([anActor('Cozy Baer', { own: true })], doneBy('Cozy Baer')).findings).toEqual([]);
  });

  test('one declared as the profile’s own that ATT&CK knows, which then is that one', () => {
    expect(settle([anActor('Cozy Bear', { own: true })])).toEqual({
      actors: [['Cozy Bear', false, 1]],
      procedures: [],
      findings: [
        'threats/known-actor Unexpected `own` of the actor `Cozy Bear`, expected none: ATT&CK knows it as `G0016`',
      ],
    });
  });

  test('thousands of unknown actors are told twenty times and summed up once, in seconds', () => {
    const many = Array.from({ length: 5000 }, (_, number) => anActor(`Nobody ${number}`));
    const { findings } = settle(many);
    expect(findings).toHaveLength(21);
    expect(findings[20]).toBe(
      'threats/unknown-actor Unexpected 4980 further actors from here on, expected ones of the loaded ATT&CK version',
    );
  });
});
