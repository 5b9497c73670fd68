import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Finding, Range } from '../findings/finding.ts';
import type { Pointer } from '../mapping/mapping.ts';
import { unknownActor } from './unknown-actor.ts';

/** A profile as far as the check looks at it: drafts carry pointers, placed profiles do not. */
export interface CheckedProfile {
  source: string;
  path: string;
  actors: readonly { actor: string; pointer?: Pointer }[];
}

/**
 * Actors of a profile that no configured domain knows: they would silently add nothing to any relevance.
 *
 * @param locate Where a pointer leads in the profile's file; without it findings name the file only.
 */
export function checkThreatProfile(
  profile: CheckedProfile,
  knowledge: ReadonlyMap<Domain, KnowledgeBase>,
  locate?: (pointer: Pointer) => Range | undefined,
): Finding[] {
  return profile.actors.flatMap(({ actor, pointer }) => {
    const words = unknownActor(actor, knowledge);
    if (!words) return [];
    const range = pointer && locate?.(pointer);
    return {
      rule: 'threats/unknown-actor',
      severity: 'warning',
      ...words,
      source: profile.source,
      path: profile.path,
      ...(range && { range }),
    };
  });
}
