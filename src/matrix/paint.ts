import { chooseView, type ChosenView } from './choose-view.ts';
import type { Matrix } from './matrix.ts';
import type { MatrixClass } from './matrix-data.ts';
import type { MatrixState } from './matrix-state.ts';
import { narrow } from './narrow.ts';
import { printValue, valueWords } from './print-value.ts';

/** One technique as it is drawn, under whatever tactic. */
export interface PaintedCell {
  /** The view's class; that of what is out of scope for those. */
  class: MatrixClass;
  /** What the cell prints. */
  text: string;
  /** The same for a screen reader. */
  words: string;
  /** The filters leave it out. */
  dim: boolean;
}

/** How much of some techniques is in the view's share. */
export interface Share {
  part: number;
  whole: number;
}

/** The whole matrix in one view, narrowed by the filters. */
export interface Painting {
  view: ChosenView;
  /** By technique. */
  cells: PaintedCell[];
  /** The view's classes with the number of techniques shown. */
  legend: (MatrixClass & { count: number })[];
  /** By tactic. */
  shares: Share[];
  /** By technique that has sub-techniques: of those. */
  subShares: ReadonlyMap<number, Share>;
  /** Over all tactics, each technique once. */
  share: Share;
  shown: ReadonlySet<number>;
  /** Techniques in scope. */
  total: number;
}

export const OUT_OF_SCOPE: MatrixClass = {
  label: 'Out of scope',
  tone: 'out',
  sign: 'none',
  word: 'out of scope',
};

/** Draws a state. */
export function paint(matrix: Matrix, state: MatrixState): Painting {
  const { data, outOfScope, members, subtechniques } = matrix;
  const view = chooseView(matrix, state);
  const shown = narrow(matrix, state);
  const total = data.ids.length - outOfScope.size;
  const classOf = (technique: number): MatrixClass => view.classes[view.classOf(technique)] ?? OUT_OF_SCOPE;
  const counts = new Map<MatrixClass, number>();
  for (const technique of shown) counts.set(classOf(technique), (counts.get(classOf(technique)) ?? 0) + 1);
  const shareOf = (techniques: Iterable<number>): Share => {
    let part = 0;
    let whole = 0;
    for (const technique of techniques) {
      if (!shown.has(technique)) continue;
      const { shared, apart } = classOf(technique);
      if (shared) part += 1;
      if (!apart) whole += 1;
    }
    return { part, whole };
  };
  return {
    view,
    cells: data.ids.map((_, technique): PaintedCell => {
      if (outOfScope.has(technique))
        return { class: OUT_OF_SCOPE, text: '', words: 'out of scope', dim: shown.size < total };
      const own = classOf(technique);
      const value = view.valueOf(technique);
      return {
        class: own,
        text: printValue(view, own, value),
        words: valueWords(view, own, value),
        dim: !shown.has(technique),
      };
    }),
    legend: view.classes.map((own) => ({ ...own, count: counts.get(own) ?? 0 })),
    shares: members.map(shareOf),
    subShares: new Map([...subtechniques].map(([parent, own]) => [parent, shareOf(own)])),
    share: shareOf(shown),
    shown,
    total,
  };
}
