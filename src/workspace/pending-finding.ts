import type { Finding } from '../findings/finding.ts';
import type { Pointer } from '../mapping/mapping.ts';

/** Which document of a file, and where in it. */
export interface PlaceInFile {
  ordinal: number;
  pointer: Pointer;
}

/** A finding that knows where in the document it is, and not yet on which line. */
export interface PendingFinding {
  finding: Finding;
  /** Absent when the range is known or there is none. */
  at?: PlaceInFile;
  /** What to write there in place of what is written, where that mends it. */
  rewrite?: { written: string; text: string };
}
