import type { LayerTechnique } from '../navigator/layer.ts';
import type { MatrixClass, Sign } from './matrix-data.ts';

const SIGNS: readonly Sign[] = ['quarter', 'half', 'three', 'full'];

/** Which of four steps a scale of one, two, three or four takes: the ends first. */
const TAKEN: readonly (readonly number[])[] = [[2], [1, 4], [1, 3, 4], [1, 2, 3, 4]];

/**
 * Classes of a scale of numbers, most first, and one for nothing at the end.
 *
 * @param starts Where each step begins, rising.
 * @param tone Its steps are `<tone>-1` and up.
 * @param isOpen Whether the last step has no end.
 */
export function stepClasses(
  starts: readonly number[],
  tone: string,
  nothing: MatrixClass,
  isOpen = true,
): MatrixClass[] {
  const steps = starts.map((from, index): MatrixClass => {
    const to = (starts[index + 1] ?? 101) - 1;
    const isLast = index === starts.length - 1;
    const label = isLast && isOpen ? `${from} or more` : to > from ? `${from} to ${to}` : String(from);
    const step = TAKEN[starts.length - 1]?.[index] ?? 4;
    return { label, tone: `${tone}-${step}`, sign: SIGNS[step - 1] ?? 'full', shared: true };
  });
  return [...steps.reverse(), nothing];
}

/** The place of an entry's score among {@link stepClasses}. */
export function stepOf({ score = 0 }: LayerTechnique, starts: readonly number[]): number {
  const step = starts.findLastIndex((from) => score >= from);
  return step === -1 ? starts.length : starts.length - 1 - step;
}
