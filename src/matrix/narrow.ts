import { unpackIndexes } from './indexes.ts';
import type { Matrix } from './matrix.ts';
import { FACETS } from './matrix-data.ts';
import type { MatrixState } from './matrix-state.ts';

/** Techniques in scope that a state's filters leave: all of them without a filter. */
export function narrow({ data, outOfScope, actor }: Matrix, state: MatrixState): ReadonlySet<number> {
  const kept: ReadonlySet<number>[] = FACETS.flatMap((facet) =>
    state[facet] === ''
      ? []
      : [
          new Set(
            unpackIndexes(data.facets[facet].find(({ value }) => value === state[facet])?.techniques ?? ''),
          ),
        ],
  );
  if (state.actor !== '' && state.view !== 'actor')
    kept.push(new Set(unpackIndexes(actor(state.actor)?.techniques ?? '')));
  return new Set(
    data.ids.flatMap((_, technique) => {
      if (outOfScope.has(technique)) return [];
      if (state.level !== '' && data.levels[technique] !== state.level) return [];
      return kept.every((of) => of.has(technique)) ? [technique] : [];
    }),
  );
}

/** The filters of a state in words, in the order of the controls: `platform Windows`. */
export function filterWords({ data, actor }: Matrix, state: MatrixState): string[] {
  const used =
    state.view === 'actor' || state.actor === '' ? undefined : (actor(state.actor)?.name ?? state.actor);
  const labelOf = (facet: (typeof FACETS)[number]): string =>
    data.facets[facet].find(({ value }) => value === state[facet])?.label ?? state[facet];
  return [
    ...(state.platform === '' ? [] : [`platform ${labelOf('platform')}`]),
    ...(state.source === '' ? [] : [`source ${labelOf('source')}`]),
    ...(state.log === '' ? [] : [`log source ${labelOf('log')}`]),
    ...(state.level === '' ? [] : [`level ${state.level}`]),
    ...(state.status === '' ? [] : [`rule status ${labelOf('status')}`]),
    ...(used === undefined ? [] : [`used by ${used}`]),
  ];
}
