import { unknownActor } from '../../threats/unknown-actor.ts';
import { inItem } from '../places.ts';
import type { WorkspaceRule } from '../rule.ts';

export const exerciseUnknownActor: WorkspaceRule = {
  id: 'exercise/unknown-actor',
  severity: 'warning',
  summary:
    'An exercise says that it emulated an actor the loaded ATT&CK version does not know; it stands on no actor’s page.',
  remedy: 'Write an ATT&CK id such as `G0016`, or a name or alias ATT&CK lists.',
  why: `An exercise that emulates an actor proves something about that actor’s techniques, and its page says so. A name ATT&CK does not have
leads nowhere. Vendors’ names are often aliases ATT&CK lists; where it does not, the id is always right.`,
  example: {
    language: 'yaml',
    bad: `title: Autumn purple team
date: 2026-10-14
actors: [Midnite Blizard]
results:
  - { technique: T1547.001, outcome: detected }`,
    good: `title: Autumn purple team
date: 2026-10-14
actors: [Midnight Blizzard]
results:
  - { technique: T1547.001, outcome: detected }`,
  },
  check: ({ own, workspace }) =>
    own.exercises.flatMap((exercise) =>
      (exercise.actors ?? []).flatMap((actor, index) => {
        const words = unknownActor(actor, workspace.knowledge);
        return words ? { ...words, ...inItem(exercise, ['actors', index]) } : [];
      }),
    ),
};
