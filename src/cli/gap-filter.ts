import type { Domain } from '../attack/domain.ts';
import type { ActorCoverage } from '../coverage/actor-coverage.ts';
import { MISSING_KINDS, type Gap, type MissingKind } from '../coverage/gap.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { chosenWord } from './chosen.ts';
import { UsageError } from './usage-error.ts';

/** What `coverbook gaps` can be narrowed to, as written. */
export interface GapOptions {
  platform?: string;
  tactic?: string;
  missing?: string;
}

/**
 * Whether a gap is asked for; every option must hold, of several kinds of what is missing any one.
 *
 * @param actors One actor in its domains; undefined for any.
 * @throws UsageError for a word that names nothing.
 */
export function gapFilter(
  options: GapOptions,
  workspace: Workspace,
  domains: readonly Domain[],
  actors: readonly ActorCoverage[] | undefined,
): (gap: Gap) => boolean {
  const bases = domains.flatMap((domain) => workspace.knowledge.get(domain) ?? []);
  const platforms = [
    ...new Set(bases.flatMap(({ techniques }) => techniques.flatMap((one) => one.platforms))),
  ];
  const platform =
    options.platform === undefined ? undefined : chosenWord(options.platform, platforms.sort(), 'platform');
  const tactic = options.tactic === undefined ? undefined : tacticOf(options.tactic, bases);
  const used = actors && techniquesOf(actors);
  const missing = options.missing === undefined ? undefined : missingKinds(options.missing);
  return (gap) =>
    (platform === undefined || gap.platforms.includes(platform)) &&
    (tactic === undefined || gap.tactics.includes(tactic)) &&
    (used === undefined || used.has(gap.technique)) &&
    (missing === undefined || missing.some((kind) => gap.missing.includes(kind)));
}

type Bases = readonly (Workspace['knowledge'] extends ReadonlyMap<Domain, infer Base> ? Base : never)[];

function tacticOf(asked: string, bases: Bases): string {
  for (const base of bases) {
    const tactic = base.tactic(asked);
    if (tactic) return tactic.shortname;
  }
  const shortnames = [...new Set(bases.flatMap(({ tactics }) => tactics.map(({ shortname }) => shortname)))];
  return chosenWord(asked, shortnames, 'tactic');
}

function techniquesOf(actors: readonly ActorCoverage[]): Set<string> {
  return new Set(
    actors.flatMap(({ techniques }) => techniques.map(({ assessment }) => assessment.technique)),
  );
}

function missingKinds(asked: string): MissingKind[] {
  const words = asked.split(',').filter((word) => word.trim() !== '');
  if (words.length === 0)
    throw new UsageError('Nothing after `--missing`.', `Expected some of: ${MISSING_KINDS.join(',')}.`);
  return words.map((word) => chosenWord(word, MISSING_KINDS, 'kind of gap'));
}
