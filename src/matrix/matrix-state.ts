/** What a reader chose; it stands in the address, where what equals these is left out. */
export const MATRIX_DEFAULTS = {
  view: 'level',
  /** Id of an actor: painted in the actor's view, a filter in the others. */
  actor: '',
  /** Date of the earlier state the view of changes compares with; without one, the newest a year old. */
  since: '',
  platform: '',
  source: '',
  log: '',
  status: '',
  level: '',
  /** `all`: every sub-technique is unfolded. */
  unfold: '',
  /** `table` in place of the matrix. */
  as: '',
  /** A column of the table, with `-` before it from the most to the least. */
  sort: '',
};

export type MatrixState = Record<keyof typeof MATRIX_DEFAULTS, string>;
