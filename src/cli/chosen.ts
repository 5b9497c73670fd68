import type { Domain } from '../attack/domain.ts';
import type { ActorCoverage } from '../coverage/actor-coverage.ts';
import { actorCoverage } from '../coverage/actors.ts';
import type { Coverage, ProfileRelevance } from '../coverage/assessment.ts';
import { nearest } from '../findings/nearest.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { UsageError } from './usage-error.ts';

/**
 * One of several words, in whatever case it is written.
 *
 * @param what What the word names: `platform`.
 * @throws UsageError with the nearest word when it is none of them.
 */
export function chosenWord<T extends string>(word: string, words: readonly T[], what: string): T {
  const wanted = word.trim().toLowerCase();
  const found = words.find((one) => one.toLowerCase() === wanted);
  if (found !== undefined) return found;
  throw unknown(word, words, what, `Expected one of: ${words.join(', ')}.`);
}

/** The profile with this id or title; the default one where none is asked for. */
export function chosenProfile(
  { profiles }: Coverage,
  asked: string | undefined,
): ProfileRelevance | undefined {
  if (asked === undefined) return profiles[0];
  const wanted = asked.trim().toLowerCase();
  const found = profiles.find(
    ({ profile }) => profile?.id.toLowerCase() === wanted || profile?.title.toLowerCase() === wanted,
  );
  if (found) return found;
  const ids = profiles.flatMap(({ profile }) => profile?.id ?? []);
  const expected =
    ids.length > 0
      ? `Expected one of: ${ids.join(', ')}.`
      : 'The config names no threat profiles; see `threats` in the config.';
  throw unknown(asked, ids, 'profile', expected);
}

/** The domains to look at: the one that is asked for, else those that know the actor, else all. */
export function chosenDomains(
  { knowledge }: Workspace,
  asked: string | undefined,
  actors?: readonly ActorCoverage[],
): Domain[] {
  const domains = [...knowledge.keys()];
  if (asked !== undefined) return [chosenWord(asked, domains, 'domain')];
  return actors ? actors.map(({ domain }) => domain) : domains;
}

/** An actor by id, name or alias, in every domain that knows it. */
export function chosenActor(asked: string, actors: readonly ActorCoverage[]): ActorCoverage[] {
  const found = actorCoverage(asked, actors);
  if (found.length > 0) return found;
  const names = actors.flatMap(({ id, name, aliases }) => [id, name, ...aliases]);
  throw unknown(
    asked,
    names,
    'actor',
    'Give the id, name or alias of an actor that has techniques in one of the configured domains.',
  );
}

function unknown(word: string, words: readonly string[], what: string, otherwise: string): UsageError {
  const near = nearest(word, words);
  return new UsageError(
    `Unknown ${what} \`${word}\`.`,
    near === undefined ? otherwise : `Did you mean \`${near}\`?`,
  );
}
