import type { ActorCoverage } from '../coverage/actor-coverage.ts';
import { actorStanding, type ActorStanding } from '../coverage/actor-standing.ts';
import type { Assessment } from '../coverage/assessment.ts';
import type { ThreatProfile } from '../threats/threat-profile.ts';
import { gapOf } from './lookups.ts';
import { siteModel, type SiteModel } from './model.ts';

/** An actor with its coverage in each domain that knows it; never empty. */
export type ActorInDomains = readonly [ActorCoverage, ...ActorCoverage[]];

interface Lookups {
  byId: Map<string, [ActorCoverage, ...ActorCoverage[]]>;
  byName: Map<string, ActorCoverage>;
}

const built = new WeakMap<SiteModel, Lookups>();

function lookups(): Lookups {
  const model = siteModel();
  const known = built.get(model);
  if (known) return known;
  const byId: Lookups['byId'] = new Map();
  const byName: Lookups['byName'] = new Map();
  for (const actor of model.actors) {
    const same = byId.get(actor.id);
    if (same) same.push(actor);
    else byId.set(actor.id, [actor]);
    for (const name of [actor.id, actor.name, ...actor.aliases]) {
      const key = name.toLowerCase();
      if (!byName.has(key)) byName.set(key, actor);
    }
  }
  const made = { byId, byName };
  built.set(model, made);
  return made;
}

/** Every actor that has a page, by its id. */
export function actorsById(): ReadonlyMap<string, ActorInDomains> {
  return lookups().byId;
}

/** An actor by id, name or alias, in the first domain that knows it. */
export function actorNamed(idOrName: string): ActorCoverage | undefined {
  return lookups().byName.get(idOrName.trim().toLowerCase());
}

const standings = new WeakMap<Assessment, ActorStanding>();

/** Where we stand on each technique of an actor, in their order. */
export function standingsOf({ techniques }: Pick<ActorCoverage, 'techniques'>): ActorStanding[] {
  return techniques.map(({ assessment }) => {
    const known = standings.get(assessment) ?? actorStanding(assessment, gapOf(assessment.technique));
    standings.set(assessment, known);
    return known;
  });
}

/** The actors a profile names, in every domain that knows them. */
export function actorsOf({ actors }: Pick<ThreatProfile, 'actors'>): ActorCoverage[] {
  const named = new Set(actors.map(({ actor }) => actorNamed(actor)?.id));
  return siteModel().actors.filter(({ id }) => named.has(id));
}

/** The profiles that name an actor. */
export function profilesNaming({ id }: Pick<ActorCoverage, 'id'>): ThreatProfile[] {
  return siteModel().workspace.threats.filter(({ actors }) =>
    actors.some(({ actor }) => actorNamed(actor)?.id === id),
  );
}
