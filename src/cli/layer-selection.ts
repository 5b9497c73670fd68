import { actorCoverages } from '../coverage/actors.ts';
import type { Coverage } from '../coverage/assessment.ts';
import type { History } from '../coverage/history.ts';
import { nearest } from '../findings/nearest.ts';
import { actorLayerId } from '../navigator/layers/actor.ts';
import { layerIds } from '../navigator/layers.ts';
import { sourceLayerId } from '../navigator/layers/source.ts';
import type { LayerSelection } from '../navigator/selection.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { chosenActor, chosenWord } from './chosen.ts';
import { UsageError } from './usage-error.ts';

/** Lists with commas, as they are typed. */
export interface LayerOptions {
  only?: string;
  actor?: string;
  source?: string;
}

/**
 * Which layers a command line asks for.
 *
 * @throws UsageError with the nearest suggestion when there is no such layer, actor or source.
 */
export function chosenLayers(
  { only, actor, source }: LayerOptions,
  workspace: Workspace,
  coverage: Coverage,
  history: History | undefined,
): LayerSelection {
  if (only === undefined && actor === undefined && source === undefined) return {};
  const ids = layerIds(workspace, coverage, history);
  return {
    ...(only !== undefined && { only: words(only, '--only').map((word) => chosenId(word, ids)) }),
    ...(actor !== undefined && { actors: chosenActors(words(actor, '--actor'), ids, workspace, coverage) }),
    ...(source !== undefined && {
      sources: words(source, '--source').map((word) => chosenSource(word, ids, workspace)),
    }),
  };
}

function words(list: string, option: string): string[] {
  const all = list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
  if (all.length > 0) return all;
  throw new UsageError(`There is nothing after ${option}.`, 'Give one or several, with commas between them.');
}

function chosenId(word: string, ids: readonly string[]): string {
  const wanted = word.toLowerCase();
  if (ids.includes(wanted)) return wanted;
  const near = nearest(word, ids);
  const few = ids.filter((id) => !id.startsWith('actor-') || id === 'actors-profile');
  throw new UsageError(
    `Unknown layer \`${word}\`.`,
    near === undefined
      ? `There are: ${few.join(', ')}, and one for each actor.`
      : `Did you mean \`${near}\`?`,
  );
}

function chosenActors(
  asked: readonly string[],
  ids: readonly string[],
  workspace: Workspace,
  coverage: Coverage,
): NonNullable<LayerSelection['actors']> {
  const [only, ...more] = asked.map((word) => word.toLowerCase());
  if (more.length === 0 && (only === 'profile' || only === 'none')) return only;
  const all = actorCoverages(workspace, coverage);
  if (more.length === 0 && only === 'all') return all.map(({ id }) => id);
  return asked.flatMap((word) => {
    const found = chosenActor(word, all);
    const made = found.filter(({ id }) => ids.includes(actorLayerId(id)));
    if (made.length > 0) return made.map(({ id }) => id);
    throw new UsageError(
      `There is no layer of \`${word}\`.`,
      'It has no technique in a configured domain that any of your content is mapped to.',
    );
  });
}

function chosenSource(word: string, ids: readonly string[], { sources }: Workspace): string {
  const names = sources.map(({ spec }) => spec.name);
  const name = chosenWord(word, names, 'source');
  if (ids.includes(sourceLayerId(name))) return name;
  throw new UsageError(`There is no layer of \`${name}\`.`, 'None of its rules counts for a technique.');
}
