import type { FileContent } from '../readers/reader.ts';
import type { ThreatProfile } from '../threats/threat-profile.ts';
import type { Ingredients } from './assemble.ts';
import { assembleProfile, placedIn } from './assemble-profile.ts';
import { chooseProfiles } from './choose-profiles.ts';
import type { PendingFinding } from './pending-finding.ts';
import { profileIds } from './profile-ids.ts';

/**
 * The threat profiles the config names, the default first: the one that says `default: true`, else the first in the
 * order of the globs. Adds what is wrong with them to `pending`.
 *
 * @returns `notNamed`: the files with profiles nobody named, and how an account of files calls them.
 */
export function assembleThreats(
  ingredients: Ingredients,
  pending: PendingFinding[],
): { threats: ThreatProfile[]; notNamed: ReadonlyMap<FileContent, string> } {
  const { chosen, notNamed, findings } = chooseProfiles(ingredients);
  const ids = profileIds(chosen.map(({ draft, path }) => ({ ...draft, path })));
  const profiles = chosen.map((found, index) =>
    assembleProfile(found, ids[index] ?? 'profile', ingredients, pending),
  );
  const [, ...further] = chosen.filter(({ draft }) => draft.default);
  pending.push(
    ...findings,
    ...further.map((found) =>
      placedIn(found, {
        rule: 'threats/second-default',
        severity: 'warning',
        message: 'Unexpected second profile with `default: true`, expected one',
        hint: 'Take `default` out of all but one; until then the first the config names is the default.',
        pointer: ['default'],
      }),
    ),
  );
  const isDefault = (profile: ThreatProfile): boolean => profile.default === true;
  const first = profiles.find(isDefault) ?? profiles[0];
  return { threats: profiles.toSorted((a, b) => Number(b === first) - Number(a === first)), notNamed };
}
