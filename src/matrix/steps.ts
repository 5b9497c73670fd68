import type { LayerTechnique } from '../navigator/layer.ts';
import type { MatrixClass, Sign } from './matrix-data.ts';

const SIGNS: readonly Sign[] = ['quarter', 'half', 'three', 'full'];

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
    const step = index + 1 + 4 - starts.length;
    return { label, tone: `${tone}-${step}`, sign: SIGNS[step - 1] ?? 'full', shared: true };
  });
  return [...steps.reverse(), nothing];
}

/** The place of an entry's score among {@link stepClasses}. */
export function stepOf({ score = 0 }: LayerTechnique, starts: readonly number[]): number {
  const step = starts.findLastIndex((from) => score >= from);
  return step === -1 ? starts.length : starts.length - 1 - step;
}
