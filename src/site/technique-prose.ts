import type { KnowledgeBase } from '../attack/knowledge-base.ts';
import { citedProse, type CitedSource } from './cited-prose.ts';

/** ATT&CK's words on one technique as HTML, citations numbered through the page in reading order. */
export interface TechniqueProse {
  /** Actor id → how it uses the technique, as many as the page has room for. */
  procedures: ReadonlyMap<string, string>;
  description?: string;
  /** Only in bundles before ATT&CK 18; detection strategies took its place. */
  detection?: string;
  /** Analytic id → what it looks for. */
  analytics: ReadonlyMap<string, string>;
  /** Mitigation id → how it helps against this technique. */
  mitigations: ReadonlyMap<string, string>;
  /** What is cited. */
  sources: readonly CitedSource[];
}

/** Characters of procedures a page has room for: some techniques have hundreds, and each actor's page has its own. */
const ROOM = 4500;

/**
 * Undefined when the knowledge base has no prose: the config names no bundle.
 *
 * @param first Actors whose procedures come first: those of the threat profile.
 */
export function techniqueProse(
  id: string,
  knowledge: KnowledgeBase,
  first: readonly string[] = [],
): TechniqueProse | undefined {
  const { prose } = knowledge;
  if (!prose) return undefined;
  const cited = citedProse(knowledge);
  const told = (texts: ReadonlyMap<string, string>, keys: readonly (readonly [string, string])[]) =>
    new Map(
      keys.flatMap(([as, key]) => {
        const text = texts.get(key);
        return text === undefined ? [] : [[as, cited.html(text)] as const];
      }),
    );
  const users = knowledge.usersOf(id).map((actor) => actor.id);
  const inOrder = [
    ...first.filter((actor) => users.includes(actor)),
    ...users.filter((actor) => !first.includes(actor)),
  ].map((actor) => [actor, `${actor}>${id}`] as const);
  const procedures = told(prose.procedures, withRoom(inOrder, prose.procedures));
  const description = prose.descriptions.get(id);
  const detection = prose.detections.get(id);
  const words = {
    procedures,
    ...(description !== undefined && { description: cited.html(description) }),
    ...(detection !== undefined && { detection: cited.html(detection) }),
    analytics: told(
      prose.descriptions,
      knowledge.analyticsOf(id).map((analytic) => [analytic.id, analytic.id] as const),
    ),
    mitigations: told(
      prose.mitigations,
      knowledge.mitigationsOf(id).map((mitigation) => [mitigation.id, `${mitigation.id}>${id}`] as const),
    ),
  };
  return { ...words, sources: cited.sources() };
}

/** The first that fit; always at least one. */
function withRoom<Key extends readonly [string, string]>(
  keys: readonly Key[],
  texts: ReadonlyMap<string, string>,
): Key[] {
  let taken = 0;
  return keys.filter(([, key], index) => {
    taken += texts.get(key)?.length ?? 0;
    return index === 0 || taken <= ROOM;
  });
}
