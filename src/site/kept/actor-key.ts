import { standingsOf, type ActorInDomains } from '../actor-lookups.ts';
import { digestOf } from './digest.ts';

/** A digest of all that the page of an actor shows beside what every page may. */
export function actorKey(coverages: ActorInDomains): string {
  return digestOf(
    coverages.map(({ techniques, ...coverage }) => [
      coverage,
      standingsOf({ techniques }),
      techniques.map(({ procedures }) => procedures),
    ]),
  );
}
