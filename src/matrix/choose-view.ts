import { unpackIndexes } from './indexes.ts';
import type { Matrix } from './matrix.ts';
import type { MatrixActor, MatrixChange, MatrixView, PaintedView } from './matrix-data.ts';
import type { MatrixState } from './matrix-state.ts';
import { ACTOR_CLASSES } from './views/actor.ts';

/** A view with its paint: a class and a number for each technique. */
export interface ChosenView extends MatrixView {
  /** Path of the layer that says the same; absent where none is made. */
  layer?: string | undefined;
  classOf: (technique: number) => number;
  valueOf: (technique: number) => number | null;
}

/** The view a state asks for; levels where it asks for one there is not. */
export function chooseView(matrix: Matrix, { view, actor, since }: MatrixState): ChosenView {
  const { data } = matrix;
  if (view === 'actor') {
    const shown = matrix.actor(actor) ?? data.actors[0];
    if (shown) return viewOfActor(matrix, shown);
  }
  if (view === 'change') {
    const change = changeSince(data.changes, since);
    if (change) return viewOfChange(data.changeView, change);
  }
  const painted = data.views.find(({ id }) => id === view) ?? data.views[0];
  if (!painted) throw new Error('A matrix has at least one view.');
  return viewOfLayer(painted);
}

/** The earlier state that is asked for, else that of the layer of changes, else the oldest. */
export function changeSince(changes: readonly MatrixChange[], since: string): MatrixChange | undefined {
  return changes.find(({ date }) => date === since) ?? changes.find(({ layer }) => layer) ?? changes.at(-1);
}

function viewOfLayer(view: PaintedView): ChosenView {
  return {
    ...view,
    classOf: (technique) => Number.parseInt(view.painted.charAt(technique), 36),
    valueOf: (technique) => view.values[technique] ?? null,
  };
}

function viewOfActor({ data }: Matrix, actor: MatrixActor): ChosenView {
  const used = new Set(unpackIndexes(actor.techniques));
  const name = actor.type === 'own' ? actor.name : `${actor.name} (${actor.id})`;
  return {
    ...data.actorView,
    label: name,
    says: `What ${name} uses, and where we stand on it. Each cell that is used prints its score, 0 to 100.`,
    layer: `layers/${data.domain}-actor-${actor.id.toLowerCase()}.json`,
    classOf: (technique) =>
      used.has(technique)
        ? ACTOR_CLASSES[data.levels[technique] ?? 'none']
        : data.actorView.classes.length - 1,
    valueOf: (technique) => (used.has(technique) ? (data.facts.score[technique] ?? null) : null),
  };
}

function viewOfChange(
  view: MatrixView,
  { date, layer, techniques, painted, values }: MatrixChange,
): ChosenView {
  const places = new Map(unpackIndexes(techniques).map((technique, place) => [technique, place]));
  const placeOf = (technique: number): number => places.get(technique) ?? -1;
  return {
    ...view,
    label: `Change since ${date}`,
    says: `What was gained, raised, lowered and lost since ${date}. Each cell that changed prints by how many points its score moved.`,
    layer,
    classOf: (technique) =>
      places.has(technique) ? Number(painted.charAt(placeOf(technique))) : view.classes.length - 1,
    valueOf: (technique) => values[placeOf(technique)] ?? null,
  };
}
