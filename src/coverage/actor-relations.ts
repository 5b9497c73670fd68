import type { AttackFacts, IdPair } from '../attack/facts.ts';
import { byCodeUnit } from '../attack/order.ts';
import type { ActorCoverage } from './actor-coverage.ts';

/** Who uses whose software and who was behind which campaign, as ATT&CK records it. */
export interface Relations {
  of(actor: string): ActorCoverage['related'];
}

/** ATT&CK ids, sorted. */
export function relationsOf({ uses, attributions, software }: AttackFacts): Relations {
  const isSoftware = new Set(software.map(({ id }) => id));
  const toSoftware = uses.filter(([, what]) => isSoftware.has(what));
  const softwareOf = gathered(toSoftware);
  const usersOf = gathered(toSoftware.map(([who, what]) => [what, who]));
  const groupsOf = gathered(attributions);
  const campaignsOf = gathered(attributions.map(([campaign, group]) => [group, campaign]));
  return {
    of: (actor) => ({
      software: softwareOf.get(actor) ?? [],
      usedBy: usersOf.get(actor) ?? [],
      attributedTo: groupsOf.get(actor) ?? [],
      campaigns: campaignsOf.get(actor) ?? [],
    }),
  };
}

function gathered(pairs: readonly IdPair[]): Map<string, string[]> {
  return new Map(
    [...Map.groupBy(pairs, ([who]) => who)].map(([who, all]) => [
      who,
      [...new Set(all.map(([, what]) => what))].sort(byCodeUnit),
    ]),
  );
}
