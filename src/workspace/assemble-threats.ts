import picomatch from 'picomatch';
import { relative } from 'node:path';
import { join } from 'node:path/posix';
import { checkThreatProfile } from '../threats/check.ts';
import type { ThreatProfile } from '../threats/threat-profile.ts';
import type { Ingredients, ReadSource } from './assemble.ts';
import type { PendingFinding } from './pending-finding.ts';

/**
 * The threat profiles the config names, in the order of its globs; the first is the default. Profiles are
 * looked for among the files of the sources, by their path relative to the config.
 */
export function assembleThreats(
  { config, knowledge, sources }: Ingredients,
  pending: PendingFinding[],
): ThreatProfile[] {
  const profiles = sources.flatMap((source) =>
    source.contents.flatMap(({ file, content }) =>
      content.threats.map((draft) => ({
        place: join(folderOf(source, config.root), file.path),
        draft,
        profile: {
          format: draft.format,
          id: draft.id ?? file.path,
          title: draft.title,
          ...(draft.description !== undefined && { description: draft.description }),
          actors: draft.actors.map(({ actor, weight, reason }) => ({
            actor,
            weight,
            ...(reason !== undefined && { reason }),
          })),
          procedures: [],
          techniques: [],
          source: source.source.spec.name,
          path: file.path,
        },
      })),
    ),
  );
  const chosen = config.threats.flatMap((glob) => {
    const matches = picomatch(glob.replace(/^\.\//, ''));
    return profiles.filter(({ place }) => matches(place));
  });
  const distinct = [...new Set(chosen)];
  for (const { draft, profile } of distinct) {
    for (const { actor, pointer } of draft.actors) {
      const findings = checkThreatProfile({ ...profile, actors: [{ actor }] }, knowledge);
      pending.push(...findings.map((finding) => ({ finding, at: { ordinal: 0, pointer } })));
    }
  }
  return distinct.map(({ profile }) => profile);
}

function folderOf({ source }: ReadSource, root: string): string {
  return source.spec.path === undefined ? '' : relative(root, source.spec.path).replaceAll('\\', '/');
}
