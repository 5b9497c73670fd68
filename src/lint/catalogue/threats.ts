import type { LintRule } from '../rule.ts';

/** What can be wrong with a threat profile, whatever its format; sorted by id. */
export const THREAT_RULES: readonly LintRule[] = [
  {
    id: 'navigator/invalid-score',
    severity: 'warning',
    summary: 'A layer named as a threat profile has a score that is no number; the technique has no weight.',
    remedy: 'Write the number without quotes.',
  },
  {
    id: 'navigator/other-version',
    severity: 'note',
    summary:
      'A layer named as a threat profile is made for another ATT&CK version than the one that is loaded.',
    remedy: 'Look it over in the Navigator and save it for the loaded version.',
  },
  {
    id: 'navigator/wrong-domain',
    severity: 'warning',
    summary: 'A layer named as a threat profile is made for an ATT&CK domain that is not configured.',
    remedy: 'Add the domain to `attack.domains` in the config, or take the layer out.',
  },
  {
    id: 'stix/broken-relationship',
    severity: 'warning',
    summary: 'A relationship of a STIX bundle refers to an object that is not in it; it says nothing.',
    remedy: 'Export the bundle with the objects it refers to.',
  },
  {
    id: 'stix/unmapped-technique',
    severity: 'warning',
    summary: 'An attack pattern of a STIX bundle has no ATT&CK reference; its use counts for nothing.',
    remedy: 'Add an external reference of source `mitre-attack` with the id of the technique.',
  },
  {
    id: 'stix/unused-technique',
    severity: 'note',
    summary:
      'An attack pattern of a STIX bundle is neither used by an actor nor named in a report; it adds no relevance.',
    remedy: 'Relate an actor to it with `uses`, or name it in a report.',
  },
  {
    id: 'threats/empty-profile',
    severity: 'warning',
    summary:
      'A threat profile names no actor, no procedure and no weighted technique; nothing is relevant by it.',
    remedy: 'Name an actor, or take the profile out of the config.',
  },
  {
    id: 'threats/idle-actor',
    severity: 'warning',
    summary: 'An actor that ATT&CK does not know has no procedures in its profile; it adds no relevance.',
    remedy: 'Give a procedure for each technique it uses, or write the name ATT&CK has for it.',
  },
  {
    id: 'threats/invalid-field',
    severity: 'error',
    summary: 'A field of a threat profile is missing or has a value of the wrong form.',
    remedy: 'Write what the finding says is expected; the Formats page has every field.',
  },
  {
    id: 'threats/known-actor',
    severity: 'note',
    summary:
      'An actor is declared as the profile’s own and ATT&CK knows it; what ATT&CK says of it counts as well.',
    remedy: 'Take `own` out, or give the actor another name.',
  },
  {
    id: 'threats/near-actor',
    severity: 'warning',
    summary:
      'A procedure names an actor ATT&CK does not know by a name much like one it knows; it is read as the profile’s own.',
    remedy: 'Correct the name, or list it under `actors` with `own: true`.',
  },
  {
    id: 'threats/no-profile',
    severity: 'error',
    summary:
      'A glob under `threats` in the config matches no threat profile; without any, all groups of ATT&CK decide relevance.',
    remedy: 'Correct the path, which is relative to the config, or add its folder to the sources.',
  },
  {
    id: 'threats/second-default',
    severity: 'warning',
    summary: 'More than one threat profile says `default: true`; the first the config names is the default.',
    remedy: 'Take `default` out of all but one.',
  },
  {
    id: 'threats/unknown-actor',
    severity: 'warning',
    summary: 'A threat profile names an actor the loaded ATT&CK version does not know; it adds no relevance.',
    remedy: 'Write an ATT&CK id such as `G0016`, or a name or alias ATT&CK lists.',
  },
  {
    id: 'threats/unknown-field',
    severity: 'warning',
    summary: 'A threat profile has a field nobody reads.',
    remedy: 'Correct the spelling, or take the field out.',
  },
];
