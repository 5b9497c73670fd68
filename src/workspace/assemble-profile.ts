import { resolveMapping } from '../mapping/resolve.ts';
import type { Mapping, MappingDraft } from '../mapping/mapping.ts';
import type { ThreatProfileDraft } from '../readers/reader.ts';
import { checkActors, type ProfileFinding } from '../threats/check.ts';
import { checkScope } from '../threats/check-scope.ts';
import { settleActors } from '../threats/settle-actors.ts';
import type { ThreatProfile } from '../threats/threat-profile.ts';
import type { Ingredients } from './assemble.ts';
import type { FoundProfile } from './choose-profiles.ts';
import { mappingFindings } from './mapping-findings.ts';
import type { PendingFinding } from './pending-finding.ts';

/** One profile with its actors and techniques held against ATT&CK. Adds what is wrong with it to `pending`. */
export function assembleProfile(
  found: FoundProfile,
  id: string,
  ingredients: Ingredients,
  pending: PendingFinding[],
): ThreatProfile {
  const { draft, path, source } = found;
  const { knowledge } = ingredients;
  const settled = settleActors(draft, knowledge);
  // A bundle names one technique by the same words for each of its users.
  const mappings = new Map<string, Mapping>();
  const resolve = (mapping: MappingDraft): Mapping => {
    const place = mapping.pointer.join('/');
    const resolved = mappings.get(place) ?? resolveMapping(mapping, knowledge);
    mappings.set(place, resolved);
    return resolved;
  };
  const permalink = source.permalink(path);
  const profile: ThreatProfile = {
    format: draft.format,
    id,
    title: draft.title,
    ...(draft.description !== undefined && { description: draft.description }),
    ...(draft.default && { default: true }),
    actors: settled.actors.map(({ actor, weight, reason, own }) => ({
      actor,
      weight,
      ...(reason !== undefined && { reason }),
      ...(own && { own }),
    })),
    procedures: settled.procedures.map((procedure) => ({
      ...procedure,
      mapping: resolve(procedure.mapping),
    })),
    techniques: draft.techniques.map(({ mapping, weight }) => ({ mapping: resolve(mapping), weight })),
    source: source.spec.name,
    path,
    ...(permalink !== undefined && { permalink }),
  };
  const ofScope = draft.scope ? checkScope(draft.scope, knowledge) : [];
  // The ids of another domain are all unknown; that it is another domain says it once.
  const isOfOtherDomain = ofScope.some(({ rule }) => rule === 'navigator/wrong-domain');
  pending.push(
    ...(draft.findings ?? []).map((finding) => ({ finding: { ...finding, source: source.spec.name, path } })),
    ...[...ofScope, ...checkActors(settled.actors, knowledge), ...checkContent(profile, draft)].map(
      (finding) => placedIn(found, finding),
    ),
    ...(isOfOtherDomain ? [] : checkMappings([...mappings.values()], found, ingredients)),
  );
  return profile;
}

/** A finding on a profile, in its file. */
export function placedIn(
  { draft, path, source }: FoundProfile,
  { pointer, ...finding }: ProfileFinding,
): PendingFinding {
  return {
    finding: { ...finding, source: source.spec.name, path },
    at: { ordinal: draft.ordinal ?? 0, pointer },
  };
}

/** Each mapping on its own: that a profile names a technique twice is no fault, and hinders no rewriting. */
function checkMappings(
  mappings: readonly Mapping[],
  { draft, path, source }: FoundProfile,
  ingredients: Ingredients,
): PendingFinding[] {
  const place = { source: source.spec.name, path };
  return mappings.flatMap((mapping) =>
    mappingFindings({ ...place, mappings: [mapping], tactics: [] }, draft.ordinal ?? 0, ingredients),
  );
}

function checkContent(
  { actors, procedures, techniques }: ThreatProfile,
  { scope }: ThreatProfileDraft,
): ProfileFinding[] {
  if (actors.length + procedures.length + techniques.length > 0) return [];
  return [
    {
      rule: 'threats/empty-profile',
      severity: 'warning',
      message:
        'Unexpected threat profile that names nothing, expected actors, procedures or weighted techniques',
      hint: `${scope ? 'Give techniques a score above 0' : 'Name an actor'}; until then nothing is relevant by it.`,
      pointer: scope?.pointer ?? [],
    },
  ];
}
