import { actorLayerId } from './layers/actor.ts';
import { sourceLayerId } from './layers/source.ts';
import type { LayerDefinition } from './layer-definition.ts';

/** Which layers to make; what is left out is not narrowed. */
export interface LayerSelection {
  /** Ids of layers. Without more, those of actors and of sources are made only when their ids are among them. */
  only?: readonly string[];
  /** Ids of actors, or those of the default profile, or none at all. */
  actors?: readonly string[] | 'profile' | 'none';
  /** Names of sources. */
  sources?: readonly string[];
}

/** Whether a layer was asked for. Actors and sources have options of their own beside the ids of layers. */
export function isSelected(
  { id, kind, alone }: Pick<LayerDefinition, 'id' | 'kind' | 'alone'>,
  { only, actors, sources }: LayerSelection,
): boolean {
  if (only?.includes(id)) return true;
  if (kind === 'actor' && actors !== undefined) {
    if (actors === 'none') return false;
    return actors === 'profile' ? !alone : actors.some((actor) => actorLayerId(actor) === id);
  }
  if (kind === 'source' && sources !== undefined) return sources.some((name) => sourceLayerId(name) === id);
  return only === undefined;
}
