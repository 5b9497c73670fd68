import type { Level } from '../coverage/assessment.ts';
import { detectionLevels } from '../coverage/detection-levels.ts';
import type { Technique } from '../attack/facts.ts';
import type { Mapping } from '../mapping/mapping.ts';
import type { SiteModel } from '../site/model.ts';
import type { SearchRecord } from './record.ts';

/** What several kinds of records ask of a model, worked out once. */
export interface SearchContext {
  /** By detection key. */
  detectionLevels: ReadonlyMap<string, Level>;
  /** `Persistence` of `persistence` and of `TA0003`. */
  tacticName: (shortnameOrId: string) => string;
  /** Names of the tactics of techniques, without repetition. */
  tacticsOf: (techniques: readonly string[]) => string[];
  /** Names of the actors of the threat profiles that use one of the techniques. */
  actorsUsing: (techniques: readonly string[]) => string[];
  /** Name of an actor, by id or name. */
  actorName: (idOrName: string) => string;
  techniqueName: (id: string) => string | undefined;
}

/** What of a model the records are made from. */
export type SearchedModel = Pick<SiteModel, 'workspace' | 'coverage' | 'layers' | 'actors'>;

/** All the records of one kind. */
export type RecordBuilder = (model: SearchedModel, context: SearchContext) => SearchRecord[];

export function searchContext(model: SearchedModel): SearchContext {
  const bases = [...model.workspace.knowledge.values()];
  const technique = (id: string): Technique | undefined =>
    bases.map((base) => base.technique(id)).find((found) => found);
  const tacticName = (name: string): string =>
    bases.map((base) => base.tactic(name)).find((found) => found)?.name ?? name;
  const actorName = (name: string): string =>
    bases.map((base) => base.actor(name)).find((found) => found)?.name ?? name;
  const users = new Map<string, Set<string>>();
  for (const actor of model.actors) {
    if (actor.weight === undefined) continue;
    for (const { assessment } of actor.techniques) {
      const known = users.get(assessment.technique) ?? new Set<string>();
      users.set(assessment.technique, known.add(actor.name));
    }
  }
  return {
    detectionLevels: detectionLevels(model),
    tacticName,
    tacticsOf: (ids) => unique(ids.flatMap((id) => technique(id)?.tactics ?? []).map(tacticName)),
    actorsUsing: (ids) => unique(ids.flatMap((id) => [...(users.get(id) ?? [])])),
    actorName,
    techniqueName: (id) => technique(id)?.name,
  };
}

/** The active techniques a content item is mapped to, each once. */
export function mappedTechniques(mappings: readonly Mapping[]): string[] {
  return unique(mappings.flatMap(({ resolved, path }) => (resolved === undefined || path ? [] : [resolved])));
}

export function unique(values: readonly string[]): string[] {
  return [...new Set(values)];
}

/** Parts of a text that are there, a full stop after each, so that an excerpt reads. */
export function sentences(...parts: readonly (string | readonly string[] | undefined)[]): string {
  return parts
    .map((part) => (typeof part === 'string' ? part : (part ?? []).join(', ')).replaceAll(/\s+/g, ' ').trim())
    .filter((part) => part !== '')
    .map((part) => (/[.!?:]$/.test(part) ? part : `${part}.`))
    .join(' ');
}
