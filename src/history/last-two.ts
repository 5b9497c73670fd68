import type { AssessedPoint } from '../coverage/history/assessed-point.ts';
import type { Step } from './steps.ts';

/** Assesses steps when asked for; a step and the one before it are held, since each is compared with its neighbours. */
export function lastTwo(
  steps: readonly Step[],
  onProgress: ((text: string) => void) | undefined,
): (index: number) => Promise<AssessedPoint> {
  const held = new Map<number, AssessedPoint>();
  return async (index) => {
    const known = held.get(index);
    if (known) return known;
    const step = steps[index];
    if (!step) throw new RangeError(`There is no point ${index}`);
    onProgress?.(`Assessing the state of ${step.date} (${index + 1} of ${steps.length})`);
    const assessed = await step.assess();
    for (const other of held.keys()) if (Math.abs(other - index) > 1) held.delete(other);
    held.set(index, assessed);
    return assessed;
  };
}
