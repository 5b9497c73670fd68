/** One change to a file: plain numbers, so that a failure shrinks to few and small ones. */
export interface Step {
  level: 'bytes' | 'tokens' | 'structure';
  /** Which change of its level it is; any number, counted round. */
  kind: number;
  /** Where, as a part of the length or of all places. */
  at: number;
  /** How long the stretch is that it changes. */
  size: number;
  /** Which piece it puts in; any number, counted round. */
  pick: number;
}

/** The entry of a list that a number means, counted round. */
export function pickOf<T>(list: readonly [T, ...T[]], number: number): T {
  return list[number % list.length] ?? list[0];
}
