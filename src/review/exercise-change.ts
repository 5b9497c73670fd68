import type { Outcome } from '../exercises/exercise.ts';
import type { Difference } from './difference.ts';
import type { ItemChange } from './item-ref.ts';

/** An exercise that came, went or has other results. */
export interface ExerciseChange extends ItemChange {
  /** Outcomes that came, went or are others, by technique and procedure. */
  results: { technique: string; procedure?: string; before?: Outcome; after?: Outcome }[];
  fields: Difference[];
}
