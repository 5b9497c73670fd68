import type { Finding } from '../findings/finding.ts';
import type { Pointer } from '../mapping/mapping.ts';

/** A finding that knows where in the document it is, and not yet on which line. */
export interface PendingFinding {
  finding: Finding;
  /** Which document of the file, and where in it; absent when the range is known or there is none. */
  at?: { ordinal: number; pointer: Pointer };
}
