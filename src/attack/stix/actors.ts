import type { Campaign, Group, Software } from '../facts.ts';
import { attackId } from './attack-id.ts';
import type { StixObjects } from './bundle.ts';
import { byId } from './by-id.ts';
import { isActive, type Stix } from './objects.ts';
import { platformsOf } from './techniques.ts';

/** Active groups, sorted by id. */
export function readGroups(objects: StixObjects): Group[] {
  return byId(objects['intrusion-set'].filter(isActive), named);
}

/** Active campaigns, sorted by id. */
export function readCampaigns(objects: StixObjects): Campaign[] {
  return byId(objects.campaign.filter(isActive), named);
}

/** Active malware and tools, sorted by id. */
export function readSoftware(objects: StixObjects): Software[] {
  const all = [
    ...objects.malware.map((object) => ({ object, kind: 'malware' as const })),
    ...objects.tool.map((object) => ({ object, kind: 'tool' as const })),
  ];
  return byId(
    all.filter(({ object }) => isActive(object)),
    ({ object, kind }) => {
      const base = named(object);
      return (
        base && { id: base.id, name: base.name, kind, aliases: base.aliases, platforms: platformsOf(object) }
      );
    },
  );
}

/** ATT&CK lists the name itself among the aliases; it is not one. */
function named(object: Stix<'intrusion-set'>): Group | undefined {
  const id = attackId(object);
  if (id === undefined) return undefined;
  const aliases = new Set([...(object.aliases ?? []), ...(object.x_mitre_aliases ?? [])]);
  aliases.delete(object.name);
  return { id, name: object.name, aliases: [...aliases] };
}
