import type { ActorCoverage } from '../coverage/actor-coverage.ts';

/** What a type of actor is called. */
export const ACTOR_WORDS: Record<ActorCoverage['type'], { name: string; plural: string }> = {
  group: { name: 'Group', plural: 'Groups' },
  campaign: { name: 'Campaign', plural: 'Campaigns' },
  software: { name: 'Software', plural: 'Software' },
  own: { name: 'Actor of our own', plural: 'Actors of our own' },
};

const FOLDERS = { group: 'groups', campaign: 'campaigns', software: 'software' } as const;

/** Its page at MITRE; undefined for one MITRE does not know. */
export function attackActorUrl({ type, id }: Pick<ActorCoverage, 'type' | 'id'>): string | undefined {
  return type === 'own' ? undefined : `https://attack.mitre.org/${FOLDERS[type]}/${id}/`;
}
