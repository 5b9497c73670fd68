import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Finding } from '../findings/finding.ts';
import { tellSome } from '../findings/tell-some.ts';
import type { Pointer } from '../mapping/mapping.ts';
import { shownText } from '../mapping/shown.ts';
import type { SettledActor } from './settle-actors.ts';
import { nearActor, unknownActor } from './unknown-actor.ts';

type Knowledge = ReadonlyMap<Domain, KnowledgeBase>;

/** A finding on a profile that knows where in its document it is. */
export type ProfileFinding = Required<Pick<Finding, 'rule' | 'severity' | 'message' | 'hint'>> & {
  pointer: Pointer;
};

/** How many actors are told one by one: a bundle may hold thousands, and to look for like names takes its time. */
const MOST = 20;

/** Actors that would silently add nothing to any relevance, or that may be others than their author thinks. */
export function checkActors(actors: readonly SettledActor[], knowledge: Knowledge): ProfileFinding[] {
  const unknown = actors.filter(({ own, known }) => !own && known === undefined);
  const idle = actors.filter(({ own, acts }) => own && !acts);
  const named = actors.filter(({ own, declaredOwn }) => own && !declaredOwn).slice(0, MOST);
  // Bundles offer every actor as their own, with the names by which ATT&CK may know it.
  const known = actors.filter((actor) => actor.declaredOwn && actor.known !== undefined && !actor.names);
  return [
    ...tellSome(unknown, MOST, (actor) => unknownOne(actor, knowledge), furtherUnknown),
    ...tellSome(idle, MOST, idleOne, furtherIdle),
    ...named.flatMap((actor) => nearOne(actor, knowledge)),
    ...known.map(knownOne),
  ];
}

function unknownOne({ actor, pointer }: SettledActor, knowledge: Knowledge): ProfileFinding {
  const words = unknownActor(actor, knowledge) ?? {
    message: `Unexpected actor \`${shownText(actor)}\`, expected one of ATT&CK`,
    hint: 'Write its id.',
  };
  return { rule: 'threats/unknown-actor', severity: 'warning', ...words, pointer };
}

function furtherUnknown(count: number, { pointer }: SettledActor): ProfileFinding {
  return {
    rule: 'threats/unknown-actor',
    severity: 'warning',
    message: `Unexpected ${count} further actors from here on, expected ones of the loaded ATT&CK version`,
    hint: 'Use ATT&CK ids such as `G0016`, or names or aliases ATT&CK lists.',
    pointer,
  };
}

function idleOne({ actor, pointer }: SettledActor): ProfileFinding {
  return {
    rule: 'threats/idle-actor',
    severity: 'warning',
    message: `Unexpected actor \`${shownText(actor)}\` without procedures, expected one of ATT&CK or one the profile says something of`,
    hint: 'Give a procedure for each technique it uses; until then it adds no relevance.',
    pointer,
  };
}

function furtherIdle(count: number, { pointer }: SettledActor): ProfileFinding {
  return {
    rule: 'threats/idle-actor',
    severity: 'warning',
    message: `Unexpected ${count} further actors without procedures, expected ones the profile says something of`,
    hint: 'Give a procedure for each technique they use; until then they add no relevance.',
    pointer,
  };
}

function nearOne({ actor, pointer }: SettledActor, knowledge: Knowledge): ProfileFinding[] {
  const near = nearActor(actor, knowledge);
  if (near === undefined) return [];
  return [
    {
      rule: 'threats/near-actor',
      severity: 'warning',
      message: `Unexpected actor \`${shownText(actor)}\`, expected \`${near}\` or one declared as the profile's own`,
      hint: `Write \`${near}\` when that one is meant; else list it under \`actors\` with \`own: true\`.`,
      pointer,
    },
  ];
}

function knownOne({ actor, known, pointer }: SettledActor): ProfileFinding {
  return {
    rule: 'threats/known-actor',
    severity: 'note',
    message: `Unexpected \`own\` of the actor \`${shownText(actor)}\`, expected none: ATT&CK knows it as \`${known ?? actor}\``,
    hint: 'Take `own` out, or give it another name; until then what ATT&CK says of it counts as well.',
    pointer,
  };
}
