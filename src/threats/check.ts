import type { Domain } from '../attack/domain.ts';
import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import type { Finding, Range } from '../findings/finding.ts';
import { nearest } from '../findings/nearest.ts';
import type { Pointer } from '../mapping/mapping.ts';

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
  const bases = [...knowledge.values()];
  return profile.actors
    .filter(({ actor }) => !bases.some((base) => base.actor(actor)))
    .map(({ actor, pointer }) => {
      const near = nearest(actor, bases.flatMap(actorNames));
      const range = pointer && locate?.(pointer);
      return {
        rule: 'threats/unknown-actor',
        severity: 'warning',
        message: `Unexpected actor \`${actor}\`, expected a group, campaign or software of the loaded ATT&CK version`,
        hint:
          near === undefined
            ? 'Use an ATT&CK id such as `G0016`, or a name or alias ATT&CK lists.'
            : `Did you mean \`${near}\`?`,
        source: profile.source,
        path: profile.path,
        ...(range && { range }),
      } satisfies Finding;
    });
}

function actorNames({ facts }: KnowledgeBase): string[] {
  return [...facts.groups, ...facts.campaigns, ...facts.software].flatMap(({ id, name, aliases }) => [
    id,
    name,
    ...aliases,
  ]);
}
