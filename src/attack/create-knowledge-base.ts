import { actorsOf, indexActors } from './actor-index.ts';
import type { AttackFacts, AttackProse, IdPair, Technique } from './facts.ts';
import { factsAtHand, type FactsSource } from './facts-source.ts';
import type { Actor, KnowledgeBase } from './knowledge-base.ts';
import { lazy } from './lazy.ts';
import { byCodeUnit } from './order.ts';
import { resolveTechnique } from './resolve.ts';
import { tacticFinder } from './tactic-index.ts';
import { techniqueFinder } from './technique-names.ts';

/** Look-ups over facts that are at hand; see {@link openKnowledgeBase}. */
export function createKnowledgeBase(facts: AttackFacts, prose?: AttackProse): KnowledgeBase {
  return openKnowledgeBase(factsAtHand(facts, prose));
}

/** Look-ups over the facts of one domain. Cheap to create: facts and each index are read and built when first asked. */
export function openKnowledgeBase({ domain, version, facts, prose, digest }: FactsSource): KnowledgeBase {
  const byId = lazy(() => new Map(facts().techniques.map((technique) => [technique.id, technique])));
  const active = lazy(() => facts().techniques.filter(({ state }) => state === 'active'));
  const isActive = (id: string): boolean => byId().get(id)?.state === 'active';

  const children = lazy(() => Map.groupBy(active(), ({ parent }) => parent));
  const columns = lazy(() => techniquesByTactic(active()));
  const findTechnique = lazy(() => techniqueFinder(facts().techniques));
  const findTactic = lazy(() => tacticFinder(facts().tactics));

  const actors = lazy(() => actorsOf(facts()));
  const actorsByName = lazy(() => indexActors(actors()));
  const usersByTechnique = lazy(() => whoByWhat(facts().uses, actors()));
  const techniquesByActor = lazy(() => {
    const used = Map.groupBy(
      facts().uses.filter(([, what]) => isActive(what)),
      ([who]) => who,
    );
    return new Map([...used].map(([who, pairs]) => [who, pairs.map(([, what]) => what).sort(byCodeUnit)]));
  });

  const mitigations = lazy(() => whoByWhat(facts().mitigates, facts().mitigations));
  const strategies = lazy(() => whoByWhat(facts().detects, facts().detectionStrategies));

  const analyticsById = lazy(() => new Map(facts().analytics.map((analytic) => [analytic.id, analytic])));
  const components = lazy(
    () =>
      new Map(
        facts().dataComponents.flatMap((component) => [
          [component.name.toLowerCase(), component],
          [component.id.toLowerCase(), component],
        ]),
      ),
  );

  return {
    domain,
    version,
    digest,
    get facts() {
      return facts();
    },
    ...(prose && { prose }),
    get tactics() {
      return facts().tactics;
    },
    get techniques() {
      return active();
    },
    technique: (id) => byId().get(id),
    techniqueNamed: (name) => findTechnique()(name),
    resolve: (id) => resolveTechnique(id, byId()),
    subtechniques: (id) => children().get(id) ?? [],
    techniquesOf: (shortname) => columns().get(shortname) ?? [],
    tactic: (idOrName) => findTactic()(idOrName),
    actor: (idOrName): Actor | undefined => actorsByName().get(idOrName.trim().toLowerCase()),
    usersOf: (techniqueId) => usersByTechnique().get(techniqueId) ?? [],
    techniquesUsedBy: (actorId) => techniquesByActor().get(actorId) ?? [],
    mitigationsOf: (techniqueId) => mitigations().get(techniqueId) ?? [],
    detectionStrategiesOf: (techniqueId) => strategies().get(techniqueId) ?? [],
    analyticsOf: (techniqueId) =>
      (strategies().get(techniqueId) ?? []).flatMap(({ analytics }) =>
        analytics.flatMap((id) => analyticsById().get(id) ?? []),
      ),
    dataComponent: (idOrName) => components().get(idOrName.trim().toLowerCase()),
  };
}

/** Tactic → its techniques without sub-techniques, sorted by name as a matrix column is. */
function techniquesByTactic(active: readonly Technique[]): Map<string, Technique[]> {
  const columns = new Map<string, Technique[]>();
  const sorted = active
    .filter(({ parent }) => parent === undefined)
    .sort((a, b) => byCodeUnit(a.name, b.name) || byCodeUnit(a.id, b.id));
  for (const technique of sorted) {
    for (const shortname of technique.tactics) append(columns, shortname, technique);
  }
  return columns;
}

/** Second id of the pairs → the objects of the first, in the order of `objects`. */
function whoByWhat<T extends { id: string }>(
  pairs: readonly IdPair[],
  objects: readonly T[],
): Map<string, T[]> {
  const byWho = Map.groupBy(pairs, ([who]) => who);
  const gathered = new Map<string, T[]>();
  for (const object of objects) {
    for (const [, what] of byWho.get(object.id) ?? []) append(gathered, what, object);
  }
  return gathered;
}

function append<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
