/** A stretch of a rule's text: offsets, `end` exclusive. */
export interface Place {
  start: number;
  end: number;
}
